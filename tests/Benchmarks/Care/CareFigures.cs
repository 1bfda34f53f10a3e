using System.Diagnostics;
using System.Globalization;
using Benchmarks.Figures;
using Benchmarks.Plans;
using TestSupport.HostCosts;
using TestSupport.LocalApp;

namespace Benchmarks.Care;

/// <summary>A nightly assessment of many groups, and a mob that complains within a minute.</summary>
static class CareFigures
{
    const int Groups = 10_000;
    const int GroupsOfImport = 2_000;
    const int Talkative = 1_000;
    const int Complaints = 500;
    const double MaxRequests = 3;
    const double MaxMinutes = 5;

    // The assessment runs at 19:50 UTC, which is 03:50 in Shanghai.
    static readonly DateTimeOffset Start = new(2026, 12, 1, 9, 0, 0, TimeSpan.FromHours(8));
    static readonly DateTimeOffset Night = new(2026, 12, 2, 19, 50, 0, TimeSpan.Zero);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync() => [.. await HealthAsync(), .. await MobAsync()];

    static async Task<IReadOnlyList<Figure>> HealthAsync()
    {
        var requests = new StorageRequestCounter();
        await using var app = await InProcessApp.StartAsync(Start, builder => requests.AddTo(builder.Services));
        using var client = new OperatorClient(app.Address);
        for (var first = 1; first <= Groups; first += GroupsOfImport)
            await client.PostAsync("/api/import?dryRun=false", PlanDocument.OfGroups(first, GroupsOfImport));
        for (var n = 1; n <= Talkative; n++)
            await client.SendAsync(SignedEvents.Posted($"msg_{n}", PlanDocument.GroupId(n), "u1", "今天喝什么茶好", Start));

        await client.AdvanceToAsync(Night.AddSeconds(-1));
        var (before, started) = (requests.Counts.Values.Sum(), Stopwatch.GetTimestamp());
        await client.AdvanceToAsync(Night.AddSeconds(59));
        var (count, took) = (requests.Counts.Values.Sum() - before, Stopwatch.GetElapsedTime(started));
        var first200 = await client.GetAsync("/api/group-health?top=200");
        var assessed = first200.GetProperty("items").GetArrayLength();
        return
        [
            new Figure(
                "Storage requests of a group's nightly assessment",
                string.Create(CultureInfo.InvariantCulture, $"{count / (double)Groups:0.00}"),
                string.Create(CultureInfo.InvariantCulture, $"<= {MaxRequests}"),
                count <= MaxRequests * Groups && assessed == 200,
                string.Create(CultureInfo.InvariantCulture, $"{Groups} groups, {count} requests in that minute")),
            new Figure(
                "The nightly assessment of 10,000 groups",
                string.Create(CultureInfo.InvariantCulture, $"{took.TotalSeconds:0.0} s"),
                string.Create(CultureInfo.InvariantCulture, $"<= {MaxMinutes * 60} s"),
                took.TotalMinutes <= MaxMinutes,
                "on the embedded store"),
        ];
    }

    static async Task<IReadOnlyList<Figure>> MobAsync()
    {
        var requests = new StorageRequestCounter();
        await using var app = await InProcessApp.StartAsync(Start, builder => requests.AddTo(builder.Services));
        using var client = new OperatorClient(app.Address);
        await client.PostAsync("/api/import?dryRun=false", PlanDocument.OfGroups(1, GroupsOfImport));
        var (before, started) = (requests.Counts.Values.Sum(), Stopwatch.GetTimestamp());
        for (var n = 1; n <= Complaints; n++)
        {
            await client.PostAsync("/api/feedback", new
            {
                groupId = PlanDocument.GroupId(1),
                memberId = string.Create(CultureInfo.InvariantCulture, $"u{n}"),
                kind = "Complaint",
                text = "收到的茶发霉了",
                by = "小王",
            });
        }

        var (count, took) = (requests.Counts.Values.Sum() - before, Stopwatch.GetElapsedTime(started));
        var proposals = (await client.GetAsync("/api/crisis-proposals")).GetProperty("items").GetArrayLength();
        var asked = (await client.GetAsync("/api/tasks?status=open&top=200")).GetProperty("items").EnumerateArray()
            .Count(task => task.GetProperty("kind").GetString() == "DecideOnCrisis");
        return
        [
            new Figure(
                $"Proposals of a crisis after {Complaints} complaints in a minute",
                string.Create(CultureInfo.InvariantCulture, $"{proposals}"),
                "1",
                proposals == 1 && asked <= 1,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{count / (double)Complaints:0.0} requests a complaint, {took.TotalSeconds:0.0} s in all")),
        ];
    }
}
