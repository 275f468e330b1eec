-- AlterTable
ALTER TABLE "Submission" ADD COLUMN     "codeHash" TEXT,
ADD COLUMN     "imageHash" TEXT,
ADD COLUMN     "postponedAt" TIMESTAMP(3),
ADD COLUMN     "reusedFromId" TEXT;

-- CreateTable
CREATE TABLE "ExerciseVersion" (
    "contentHash" TEXT NOT NULL,
    "exerciseId" TEXT NOT NULL,
    "key" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ExerciseVersion_pkey" PRIMARY KEY ("contentHash")
);

-- CreateTable
CREATE TABLE "Regrading" (
    "id" TEXT NOT NULL,
    "submissionId" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "verdict" "Verdict" NOT NULL,
    "result" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Regrading_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Submission_contentHash_codeHash_idx" ON "Submission"("contentHash", "codeHash");

-- CreateIndex
CREATE INDEX "ExerciseVersion_exerciseId_createdAt_idx" ON "ExerciseVersion"("exerciseId", "createdAt");

-- CreateIndex
CREATE INDEX "Regrading_submissionId_createdAt_idx" ON "Regrading"("submissionId", "createdAt");

-- AddForeignKey
ALTER TABLE "Regrading" ADD CONSTRAINT "Regrading_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;
