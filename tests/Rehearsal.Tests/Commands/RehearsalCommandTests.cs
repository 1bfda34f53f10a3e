using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using FunctionsApp.Insights.Rehearsals;
using FunctionsApp.Platform.Http;
using Rehearsal.Tests.Goldens;

namespace Rehearsal.Tests.Commands;

/// <summary>The executable as a stranger runs it, in a folder of its own.</summary>
public sealed class RehearsalCommandTests : IDisposable
{
    const string Plan = "conversion-two-days";

    readonly string folder = Directory.CreateTempSubdirectory("rehearsal-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Report_compares_two_plans_and_is_written_in_its_folder_alone()
    {
        Write("plans.json", Plans());
        var other = Plans();
        other["conversions"]![0]!["product"]!["quantity"] = 1;
        Write("other.json", other);

        var (code, _, error) = await RunAsync(
            "--rehearse", "plans.json", "--against", "other.json", "--from", "2026-12-02", "--to", "2026-12-04",
            "--members", "60", "--seeds", "2", "--report", "out");

        Assert.True(code == 0, error);
        Assert.Contains("100 %", error, StringComparison.Ordinal);
        Assert.Equal(["other.json", "out", "plans.json"], Entries(folder));
        Assert.Equal(
            [
                "figures.csv", "groups.csv", "messages.csv", "report.html", "report.json", "skipped.csv", "staff.csv",
                "stock.csv", "timeline.csv", "warnings.csv",
            ],
            Entries(Path.Combine(folder, "out")));
        var json = await File.ReadAllBytesAsync(
            Path.Combine(folder, "out", "report.json"), TestContext.Current.CancellationToken);
        var report = JsonSerializer.Deserialize<RehearsalReport>(json, ApiJson.Options)!;
        Assert.Equal([1, 2], report.Seeds!);
        var orders = report.Comparison!.Differences.Single(difference =>
            difference.Scope is RehearsalScope.Conversion && difference.Name == "units");
        Assert.True(orders.Other <= 1, $"{orders}");
    }

    [Fact]
    public async Task Faults_of_plans_are_named_and_nothing_is_written()
    {
        var plans = Plans();
        plans["conversions"]![0]!["groupIds"] = new JsonArray("nowhere");
        plans["conversions"]![0]!["closesAt"] = "2026-12-01T00:00:00+08:00";
        Write("plans.json", plans);

        var (code, output, error) = await RunAsync("--rehearse", "plans.json", "--report", "out");

        Assert.Equal((2, ""), (code, output));
        Assert.Contains("plans.json: conversions[0].closesAt: ", error, StringComparison.Ordinal);
        Assert.Equal(["plans.json"], Entries(folder));
    }

    [Theory]
    [InlineData("""{"schema":"community-plans","version":2}""", "plans.json: version: is 2; this app reads version 1.")]
    [InlineData("[", "plans.json: ")]
    public async Task Document_that_cannot_be_read_is_refused(string json, string fault)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "plans.json"), json, TestContext.Current.CancellationToken);

        var (code, _, error) = await RunAsync("--rehearse", "plans.json");

        Assert.Equal(2, code);
        Assert.StartsWith(fault, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behaviour_outside_its_range_is_refused_before_anything_else()
    {
        await File.WriteAllTextAsync(
            Path.Combine(folder, "people.json"), """{"people":{"votes":7}}""", TestContext.Current.CancellationToken);

        var (code, _, error) = await RunAsync("--rehearse", "none.json", "--behaviour", "people.json");

        Assert.Equal(
            (2, "people.json: people.votes: is 7; it must be 0 to 1.\n"), (code, error.ReplaceLineEndings("\n")));
    }

    static JsonNode Plans() => JsonNode.Parse(File.ReadAllText(Golden.PathOf(Plan, "plans.json")))!;

    static IEnumerable<string?> Entries(string path) =>
        Directory.EnumerateFileSystemEntries(path).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    void Write(string name, JsonNode document) =>
        File.WriteAllText(Path.Combine(folder, name), document.ToJsonString());

    async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "FunctionsApp.Local.dll"));
        foreach (var arg in args) start.ArgumentList.Add(arg);
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }
}
