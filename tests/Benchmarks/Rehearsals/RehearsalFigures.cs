using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Benchmarks.Figures;
using Rehearsal.Behaviour;
using Rehearsal.Plans;
using Rehearsal.Runs;
using Rehearsal.Workers;

namespace Benchmarks.Rehearsals;

/// <summary>
/// Rehearsals of a week of one campaign with three groups. The first seed of a process is slower, because the code is
/// compiled then; both are shown.
/// </summary>
static class RehearsalFigures
{
    const int Few = 2_000;
    const int Many = 60_000;
    const int Seeds = 20;
    const double MaxSecondsOfSeed = 5;
    const double MaxSecondsOfSeeds = 40;
    const double MaxRatio = 35;

    static readonly DateTimeOffset From = new(2026, 12, 1, 9, 0, 0, TimeSpan.FromHours(8));

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        using var pool = new WorkerPool(
            new WorkerProgram("dotnet", Path.Combine(AppContext.BaseDirectory, "FunctionsApp.Local.dll")));
        var (few, many) = (Subject(Few), Subject(Many));
        var first = await PlayAsync(pool, few, 1);
        var second = await PlayAsync(pool, few, 2);
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(1, Seeds).Select(seed => PlayAsync(pool, few, seed)));
        var seeds = Stopwatch.GetElapsedTime(began);
        var great = await PlayAsync(pool, many, 1);
        return
        [
            Seconds($"A rehearsed week of {Few} people, the first seed of a process", first, MaxSecondsOfSeed),
            Seconds("The same, a later seed", second, MaxSecondsOfSeed),
            Seconds($"{Seeds} seeds of it on {Environment.ProcessorCount} cores", seeds, MaxSecondsOfSeeds),
            new Figure(
                $"A rehearsed week of {Many} people to one of {Few}",
                (great / second).ToString("0.0", CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"<= {MaxRatio}"),
                great / second <= MaxRatio,
                string.Create(
                    CultureInfo.InvariantCulture, $"{great.TotalSeconds:0} s and {second.TotalSeconds:0.0} s")),
        ];
    }

    static Figure Seconds(string name, TimeSpan took, double max) => new(
        name,
        string.Create(CultureInfo.InvariantCulture, $"{took.TotalSeconds:0.0} s"),
        string.Create(CultureInfo.InvariantCulture, $"<= {max} s"),
        took.TotalSeconds <= max,
        "");

    static async Task<TimeSpan> PlayAsync(WorkerPool pool, WorkerSubject subject, int seed)
    {
        var began = Stopwatch.GetTimestamp();
        await pool.PlayAsync(subject, new WorkerSeed(seed, IsDetailed: false), _ => { });
        return Stopwatch.GetElapsedTime(began);
    }

    static WorkerSubject Subject(int members) => WorkerSubject.Of(new RehearsalRequest(
        RehearsedPlans.Read(Plans(members)), BehaviourReader.Defaults, From, From.AddDays(7), members));

    // Each 2,000 people have three groups of 500.
    static byte[] Plans(int members)
    {
        var plans = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "fission-week.json")))!;
        var first = plans["groups"]![0]!;
        var groups = Enumerable.Range(1, 3 * members / Few).Select(number => Group(first, number)).ToList();
        var campaign = plans["campaigns"]![0]!;
        campaign["groupIds"] = new JsonArray([.. groups.Select(group => (JsonNode?)group["id"]!.GetValue<string>())]);
        campaign.AsObject().Remove("target");
        plans["groups"] = new JsonArray([.. groups]);
        return System.Text.Encoding.UTF8.GetBytes(plans.ToJsonString());
    }

    static JsonNode Group(JsonNode first, int number)
    {
        var group = first.DeepClone();
        group["id"] = string.Create(CultureInfo.InvariantCulture, $"tea-{number}");
        group["capacity"] = 500;
        return group;
    }
}
