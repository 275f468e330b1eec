-- CreateEnum
CREATE TYPE "ReportKind" AS ENUM ('typo', 'broken', 'unclear', 'wrong');

-- CreateTable
CREATE TABLE "LessonReport" (
    "id" TEXT NOT NULL,
    "learnerId" TEXT NOT NULL,
    "courseId" TEXT NOT NULL,
    "lessonId" TEXT NOT NULL,
    "anchor" TEXT NOT NULL,
    "kind" "ReportKind" NOT NULL,
    "text" TEXT NOT NULL,
    "quote" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "sameAs" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "doneAt" TIMESTAMP(3),

    CONSTRAINT "LessonReport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "LessonReport_lessonId_createdAt_idx" ON "LessonReport"("lessonId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "LessonReport_learnerId_sameAs_key" ON "LessonReport"("learnerId", "sameAs");

-- CreateIndex
CREATE INDEX "QuizAttempt_quizId_learnerId_createdAt_idx" ON "QuizAttempt"("quizId", "learnerId", "createdAt");

-- CreateIndex
CREATE INDEX "Progress_lessonId_idx" ON "Progress"("lessonId");

-- CreateIndex
CREATE INDEX "LessonVisit_lessonId_idx" ON "LessonVisit"("lessonId");

-- AddForeignKey
ALTER TABLE "LessonReport" ADD CONSTRAINT "LessonReport_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
