using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Benchmarks.Figures;
using LocalRuntime.Store;
using TestSupport.LocalApp;

namespace Benchmarks.Conversions;

/// <summary>A thousand conversions in ten thousand groups with links in the same minute, in virtual time.</summary>
static class ConversionRush
{
    const int Conversions = 1000;
    const int GroupsEach = 10;
    const int Groups = Conversions * GroupsEach;
    const int Parallelism = 8;
    const int MaxTransactions = 60;

    static readonly DateTimeOffset Start = new(2026, 12, 1, 9, 0, 0, TimeSpan.FromHours(8));
    static readonly DateTimeOffset WarmUpAt = Start.AddHours(11);
    static readonly DateTimeOffset LinkAt = WarmUpAt.AddDays(1);
    static readonly DateTimeOffset ClosesAt = LinkAt.AddHours(2);
    static readonly TimeSpan MaxLateness = TimeSpan.FromSeconds(60);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        await using var app = await InProcessApp.StartAsync(Start);
        using var client = new OperatorClient(app.Address);
        await EachAsync(Groups, group => client.CreateGroupAsync(Group(group), "SuperUser"));

        var before = StorageTransactions.Embedded;
        await EachAsync(Conversions, conversion => client.PostAsync("/api/conversions", Plan(conversion)));
        await AdvanceAsync(client, LinkAt.AddSeconds(-1));
        var started = Stopwatch.GetTimestamp();
        await AdvanceAsync(client, LinkAt + MaxLateness);
        var took = Stopwatch.GetElapsedTime(started);
        await AdvanceAsync(client, ClosesAt.AddHours(2));
        var transactions = (StorageTransactions.Embedded - before) / (double)Groups;

        var late = new List<double>();
        await EachAsync(Groups, async group =>
        {
            var queued = await LinkQueuedAsync(client, Group(group));
            lock (late) late.Add((queued - LinkAt).TotalSeconds);
        });
        return
        [
            new(
                "Links of one minute, queued after it",
                $"{late.Max():0.0} s",
                $"<= {MaxLateness.TotalSeconds:0} s",
                late.Count == Groups && late.Min() >= 0 && late.Max() <= MaxLateness.TotalSeconds,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{late.Count} links of {Conversions} conversions, in virtual time; {took.TotalSeconds:0.0} s of "
                    + $"real time")),
            new(
                "Storage transactions a group and conversion",
                transactions.ToString("0.0", CultureInfo.InvariantCulture),
                $"<= {MaxTransactions}",
                transactions <= MaxTransactions,
                "from the plan to the settled outcome, four messages and the simulated channel's own rows included"),
        ];
    }

    static async Task<DateTimeOffset> LinkQueuedAsync(OperatorClient client, string group)
    {
        var lines = await client.AllAsync($"/api/deliveries?groupId={group}");
        return lines
            .Single(line => line.GetProperty("step").GetString() == "link")
            .GetProperty("queuedAt")
            .GetDateTimeOffset();
    }

    static Task<JsonElement> AdvanceAsync(OperatorClient client, DateTimeOffset to) =>
        client.PostAsync("/local/clock", new { to });

    static Task EachAsync(int count, Func<int, Task> work) =>
        Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism },
            async (number, _) => await work(number));

    static string Group(int number) => string.Create(CultureInfo.InvariantCulture, $"crowd-{number}");

    static object Plan(int number) =>
        new
        {
            id = string.Create(CultureInfo.InvariantCulture, $"rush-{number}"),
            groupIds = Enumerable.Range(number * GroupsEach, GroupsEach).Select(Group),
            drive = "Trust",
            product = new
            {
                name = "明前龙井",
                url = "https://shop.example/p/1",
                priceMinor = 19900,
                currency = "CNY",
                quantity = 1000,
            },
            warmUp = new
            {
                at = WarmUpAt,
                topic = "大家平时喝什么茶？",
                poll = (string[])["绿茶", "红茶"],
            },
            linkAt = LinkAt,
            lastCallAt = LinkAt.AddHours(1),
            lastCall = "最后一小时：{link}",
            closesAt = ClosesAt,
            closing = "今天结束了，谢谢大家！",
        };
}
