using Rehearsal.Reports;
using Rehearsal.Runs;
using Rehearsal.Workers;

namespace Rehearsal.Tests.Goldens;

/// <summary>
/// Stored rehearsals give their reports again. A change of a report is explained in the commit that brings it; the
/// environment variable UPDATE_GOLDENS=1 writes the reports into the folder of the sources.
/// </summary>
public sealed class GoldenTests(WorkersFixture workers) : IClassFixture<WorkersFixture>
{
    public static TheoryData<string> Names => [.. Golden.All.Select(golden => golden.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Report_is_as_stored(string name)
    {
        var golden = Golden.All.Single(one => one.Name == name);
        var text = GoldenText.Of(await RehearseAsync(golden));

        if (Environment.GetEnvironmentVariable("UPDATE_GOLDENS") == "1")
            await File.WriteAllTextAsync(SourcePath(name), text, TestContext.Current.CancellationToken);
        else
            Assert.Equal(golden.Report, text);
    }

    [Fact]
    public async Task Other_people_give_another_report()
    {
        var golden = Golden.All.Single(one => one.Name == "conversion-two-days");
        var (first, second) = (await PlayAsync(golden, 1), await PlayAsync(golden, 2));

        Assert.NotEqual(first.Figures, second.Figures);
        Assert.Equal(first.Figures, (await PlayAsync(golden, 1)).Figures);
    }

    async Task<FunctionsApp.Insights.Rehearsals.RehearsalReport> RehearseAsync(Golden golden) =>
        ReportBuilder.Build(golden.ToRequest(), await Task.WhenAll(PlayAsync(golden, 1), PlayAsync(golden, 2)));

    Task<RunResult> PlayAsync(Golden golden, int seed) => workers.Pool.PlayAsync(
        WorkerSubject.Of(golden.ToRequest()), new WorkerSeed(seed, IsDetailed: seed == 1), _ => { });

    // bin/Debug/net10.0 lies below the folder of the sources.
    static string SourcePath(string name) => Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "..", "Goldens", name, "golden.txt"));
}

/// <summary>The workers of all stored rehearsals.</summary>
public sealed class WorkersFixture : IDisposable
{
    internal WorkerPool Pool { get; } =
        new(new WorkerProgram("dotnet", Path.Combine(AppContext.BaseDirectory, "FunctionsApp.Local.dll")));

    public void Dispose() => Pool.Dispose();
}
