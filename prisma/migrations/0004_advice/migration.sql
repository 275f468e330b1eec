-- CreateTable
CREATE TABLE "AdviceComparison" (
    "submissionId" TEXT NOT NULL,
    "exerciseId" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "compared" INTEGER NOT NULL,
    "agrees" BOOLEAN NOT NULL,
    "differences" JSONB NOT NULL,
    "seed" INTEGER NOT NULL,
    "versions" JSONB NOT NULL,
    "imageHash" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AdviceComparison_pkey" PRIMARY KEY ("submissionId")
);

-- CreateIndex
CREATE INDEX "AdviceComparison_createdAt_idx" ON "AdviceComparison"("createdAt");

-- CreateIndex
CREATE INDEX "AdviceComparison_exerciseId_createdAt_idx" ON "AdviceComparison"("exerciseId", "createdAt");

-- AddForeignKey
ALTER TABLE "AdviceComparison" ADD CONSTRAINT "AdviceComparison_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;
