-- CreateIndex
CREATE INDEX "Submission_learnerId_finishedAt_idx" ON "Submission"("learnerId", "finishedAt");
