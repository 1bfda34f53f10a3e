using Rehearsal.Runs;

namespace Rehearsal.Tests.Reports;

static class SampleRuns
{
    public static RunResult With(int seed, params IReadOnlyList<RunFigure> figures) =>
        new(seed, figures, Staff: [], Skipped: [], Groups: [], Stock: [], Warnings: []);
}
