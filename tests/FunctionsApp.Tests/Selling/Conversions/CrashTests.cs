using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Community.Messaging.Deliveries;
using Community.Selling;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Platform.Http;
using FunctionsApp.Selling.Conversions;
using FunctionsApp.Tests.Application.Crashes;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Selling.Conversions;

/// <summary>
/// The process dies before any one commit of a conversion's life, and another carries on with what the disk holds; the
/// client repeats the request that was not answered. Every await of both orchestrators ends in a commit of its own, so
/// each of them is among these instants, and so is every instant between two writes of an activity.
/// </summary>
public sealed partial class CrashTests(ITestOutputHelper output) : IDisposable
{
    const string Plan = "conversion-of-crashes";

    const string Group = "warm-group";

    static readonly DateTimeOffset Start = new AppHostSetup().Clock;

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("community-");

    public static TheoryData<string> Scripts => ["undisturbed", "steered"];

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task A_crash_at_any_instant_changes_nothing_of_what_is_said_and_counted(string name)
    {
        var script = ScriptOf(name);
        var crashes = new CrashImages(folder);
        Ending expected;
        await using (var app = await AppHost.StartAsync(crashes.Setup))
        {
            (await app.PostAsync("/api/groups", SampleBodies.Group(Group))).Expecting(HttpStatusCode.Created);
            await crashes.PlayAsync(app, script);
            expected = await EndingAsync(app);
        }

        Assert.True(crashes.Images.Count > 60, $"only {crashes.Images.Count} commits were there to die at");
        var (doubts, different) = (0, new ConcurrentBag<string>());
        await Parallel.ForEachAsync(crashes.Images, new ParallelOptions
        {
            MaxDegreeOfParallelism = 4,
        }, async (image, _) =>
        {
            await using var app = await AppHost.StartAsync(
                crashes.Setup with { Store = image.Store, Clock = image.At });
            var mayDoubt = (await LedgerAsync(app)).Any(line => line.State == DeliveryState.Sending);
            for (var act = image.Act; act < script.Count; act++) await script[act](app);
            var survived = await EndingAsync(app);
            if (mayDoubt && survived.Ledger.Any(line => line.State == DeliveryState.Uncertain))
                Interlocked.Increment(ref doubts);
            if (!IsSame(expected, survived, mayDoubt))
                different.Add($"dying at {image}:\n{survived}\ninstead of\n{expected}");
        });

        output.WriteLine($"{crashes.Images.Count} crashes, {doubts} of them while the channel was being asked");
        Assert.True(different.IsEmpty, string.Join("\n\n", different.Order().Take(3)));
    }

    public void Dispose() => folder.Delete(recursive: true);

    static List<Func<AppHost, Task>> ScriptOf(string name) => name switch
    {
        "undisturbed" =>
            [
                PlanAsync,
                At(ConversionClient.WarmUpIn),
                PostAsync,
                At(ConversionClient.LinkIn),
                Order("order-1"),
                At(ConversionClient.ClosesIn),
                At(ConversionClient.ClosesIn + TimeSpan.FromHours(2)),
            ],
        _ =>
        [
            PlanAsync,
            Edit(
                new JsonObject
                {
                    ["linkAt"] = Start + ConversionClient.LinkIn + TimeSpan.FromMinutes(10),
                    ["by"] = "小王",
                }),
            At(ConversionClient.WarmUpIn),
            Control("hold"),
            At(ConversionClient.LinkIn + TimeSpan.FromMinutes(20)),
            Control("resume", new JsonObject { ["missed"] = "run" }),
            At(ConversionClient.LinkIn + TimeSpan.FromMinutes(30)),
            Order("order-1"),
            Order("order-2"), // the last one
            At(ConversionClient.ClosesIn + TimeSpan.FromHours(2)),
        ],
    };

    static async Task PlanAsync(AppHost app)
    {
        var body = ConversionClient.Conversion(Plan, Start, Group);
        (body["seed"], body["product"]!["quantity"]) = (7, 2);
        var made = await app.PostAsync("/api/conversions", body);
        Assert.True(made.Status is HttpStatusCode.Created or HttpStatusCode.OK, made.Text);
        await app.RunUntilIdleAsync();
    }

    static Func<AppHost, Task> At(TimeSpan later) =>
        app => Start + later is var instant && instant > app.Now
            ? app.AdvanceToAsync(instant)
            : app.RunUntilIdleAsync();

    static Func<AppHost, Task> Edit(JsonObject edit) =>
        async app => (await app.EditConversionAsync(Plan, edit)).Expecting(HttpStatusCode.OK);

    static Func<AppHost, Task> Control(string verb, JsonObject? body = null) =>
        async app => (await app.ControlAsync(Plan, verb, body)).Expecting(HttpStatusCode.OK);

    static Func<AppHost, Task> Order(string order) => app => app.OrderAsync(Plan, Group, order);

    static Task PostAsync(AppHost app) => app.SendEventAsync(
        "message.posted", new JsonObject
        {
            ["groupId"] = Group,
            ["memberId"] = "u1",
            ["text"] = "1",
        }, Start + ConversionClient.WarmUpIn, "msg_of_crashes");

    static async Task<Ending> EndingAsync(AppHost app)
    {
        var channel = app.Services.GetRequiredService<SimulatedChannelTable>();
        var calls = await channel.AllAsync<SimulatedCall>(Group, "call-");
        var seen = JsonSerializer.Serialize(await app.GetConversionAsync(Plan), ApiJson.Options);
        var parent = await app.StatusAsync(SellingInstanceIds.Conversion(Plan));
        var sales = await app.Services.GetRequiredService<GroupSaleStore>().FindAsync(Group, DateTimeOffset.MinValue);
        var calibration = (await app.GetAsync("/api/insights/forecast-calibration")).Text;
        return new(
            await LedgerAsync(app),
            [.. calls.Select(call => call.Value.Call.Key).Order(StringComparer.Ordinal)],
            $"{parent} {Code().Replace(seen, "/l/code")} {calibration} {JsonSerializer.Serialize(sales)}");
    }

    static async Task<IReadOnlyList<Line>> LedgerAsync(AppHost app) =>
        [
            .. (await app.DeliveriesAsync(Group)).Select(
                line => new Line(
                    line.Key, Code().Replace(line.Text, "/l/code"), line.State, line.QueuedAt, line.SentAt)),
        ];

    // A crash while the channel was being asked leaves one message that may have gone out: it is never sent again, and
    // a person looks.
    static bool IsSame(Ending expected, Ending survived, bool mayDoubt)
    {
        if (
            !mayDoubt || survived.Ledger.All(
                line => line.State is not DeliveryState.Uncertain and not DeliveryState.Skipped))
            return expected == survived;
        var doubtful = expected.Ledger.Zip(survived.Ledger).Where(pair => pair.First != pair.Second).ToList();
        return expected.Ledger.Count == survived.Ledger.Count
            && doubtful is [var (sent, doubted)]
            && doubted with { State = sent.State, SentAt = sent.SentAt } == sent
            && survived.Calls.Count == survived.Calls.Distinct(StringComparer.Ordinal).Count()
            && survived.Calls.Count >= expected.Calls.Count - 1;
    }

    [GeneratedRegex("/l/[0-9a-z]{10}", RegexOptions.NonBacktracking)]
    private static partial Regex Code();

    sealed record Line(string Key, string Text, DeliveryState State, DateTimeOffset QueuedAt, DateTimeOffset? SentAt);

    sealed record Ending(IReadOnlyList<Line> Ledger, IReadOnlyList<string> Calls, string Seen)
    {
        public bool Equals(Ending? other) =>
            other is not null
            && Ledger.SequenceEqual(other.Ledger)
            && Calls.SequenceEqual(other.Calls)
            && Seen == other.Seen;

        public override int GetHashCode() => Seen.GetHashCode(StringComparison.Ordinal);

        public override string ToString() => $"{string.Join('\n', Ledger)}\n{string.Join(' ', Calls)}\n{Seen}";
    }
}
