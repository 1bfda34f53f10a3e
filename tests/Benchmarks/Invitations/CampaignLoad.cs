using System.Globalization;
using TestSupport.LocalApp;

namespace Benchmarks.Invitations;

/// <summary>The result of a campaign, as the API shows it.</summary>
sealed record CampaignLoadResult(string State, int Participants, int Joins, int Credits, int Granted, long CostMinor);

/// <summary>
/// A campaign week with joins spread evenly; groups fill one after another, and each participant invites ten members.
/// </summary>
sealed class CampaignLoad(int joins)
{
    public static readonly DateTimeOffset Opens = new(2026, 12, 1, 0, 0, 0, TimeSpan.FromHours(8));

    const string Id = "drive";
    const int Capacity = 500;
    const int InviteesEach = 10;
    const int Parallelism = 32;
    const int GiftCost = 290;

    static readonly TimeSpan Week = TimeSpan.FromDays(7);
    static readonly TimeSpan Step = TimeSpan.FromHours(1);
    static readonly TimeSpan Grace = TimeSpan.FromHours(24);

    readonly string[] codes = new string[joins / InviteesEach];

    public CampaignLoadResult Expected =>
        new("Settled", codes.Length, joins, joins, 3 * codes.Length, (long)GiftCost * codes.Length);

    public static async Task<CampaignLoadResult> ReadAsync(OperatorClient client)
    {
        var view = await client.GetAsync($"/api/campaigns/{Id}");
        var report = view.GetProperty("report");
        return new(
            view.GetProperty("state").GetString()!,
            view.GetProperty("participants").GetInt32(),
            view.GetProperty("joins").GetInt32(),
            report.GetProperty("credits").GetInt32(),
            report.GetProperty("granted").GetInt32(),
            report.GetProperty("costMinor").GetInt64());
    }

    /// <summary>Creates the groups and the campaign.</summary>
    public async Task PlanAsync(OperatorClient client)
    {
        var groups = Enumerable.Range(0, (joins + Capacity - 1) / Capacity).Select(Group).ToList();
        foreach (var group in groups) await client.CreateGroupAsync(group, "SuperUser");
        var mug = new { kind = "Gift", title = "马克杯", costMinor = GiftCost, stock = codes.Length };
        await client.PostAsync("/api/campaigns", new
        {
            id = Id,
            name = "春茶裂变",
            mode = "PosterShare",
            opensAt = Opens,
            closesAt = Opens + Week,
            groupIds = groups,
            graceHours = Grace.TotalHours,
            newcomersOnly = true,
            tiers = new object[]
            {
                new { invites = 1, reward = new { kind = "Discount", percentOff = 30, title = "7折" } },
                new { invites = 2, reward = new { kind = "Discount", percentOff = 40, title = "6折" } },
                new { invites = 5, reward = mug },
            },
        });
    }

    /// <summary>Plays the week by the hour, the grace period and the settlement.</summary>
    public async Task RunAsync(OperatorClient client)
    {
        await EachAsync(
            0,
            codes.Length,
            async inviter => codes[inviter] = await client.ParticipateAsync(Id, $"inviter-{inviter}"));
        var sent = 0;
        for (var now = Opens + Step; now <= Opens + Week; now += Step)
        {
            await client.AdvanceToAsync(now);
            var due = (int)(joins * ((now - Opens) / Week));
            await EachAsync(sent, due, join => SendAsync(client, join, now));
            sent = due;
        }

        await client.AdvanceToAsync(Opens + Week + Grace);
    }

    async Task SendAsync(OperatorClient client, int join, DateTimeOffset now)
    {
        var at = Opens + (Week * ((double)join / joins));
        if (
            !await client.SendAsync(
                new Join($"msg_{join}", Group(join / Capacity), $"u{join}", "小林", at, codes[join % codes.Length]),
                now))
            throw new InvalidOperationException("A join was not stored.");
    }

    static string Group(int number) => string.Create(CultureInfo.InvariantCulture, $"group-{number}");

    static Task EachAsync(int from, int to, Func<int, Task> work) =>
        Parallel.ForEachAsync(
            Enumerable.Range(from, to - from),
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism },
            async (number, _) => await work(number));
}
