using Community.Acquisition.Invitees;
using Community.Acquisition.Standings;
using TestSupport;

namespace FunctionsApp.Tests.Acquisition.Standings;

/// <summary>What is asked of a campaign's books at once is decided together, and comes to the same as if it had been asked one after the other.</summary>
public sealed class ConcurrentStandingTests
{
    static readonly (int Invites, RewardTerms Reward)[] Tiers =
    [
        (1, new RewardTerms(RewardKind.Points, "积分") { Points = 10 }),
        (3, new RewardTerms(RewardKind.Discount, "7折") { PercentOff = 30 }),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(20261124)]
    public async Task What_is_asked_at_once_comes_to_the_same_as_one_after_the_other(int seed)
    {
        var random = new Random(seed);
        var asked = Enumerable.Range(0, 300).Select(n => RandomCommand(random, n)).ToList();
        var (alone, together) = (await StateAsync(), await StateAsync());

        foreach (var one in asked) await DecideAsync(alone, one);
        await Task.WhenAll(asked.Select(one => DecideAsync(together, one)));

        Assert.Equal(await alone.Standings.TotalsAsync("spring"), await together.Standings.TotalsAsync("spring"));
        Assert.Equal(await PageAsync(alone), await PageAsync(together));
        Assert.Equal(await AmendmentsAsync(alone), await AmendmentsAsync(together));
        foreach (var inviter in asked.Select(one => one.Inviter).Distinct(StringComparer.Ordinal))
            Assert.Equal(Commands(await alone.Standings.FindAsync("spring", inviter)), Commands(await together.Standings.FindAsync("spring", inviter)));
    }

    static Task<StandingScenario> StateAsync() => StandingScenario.OnAsync(InMemoryStorage.NewTables(), Tiers);

    static Task<(Standing After, IReadOnlyList<StandingEvent> Events)> DecideAsync(StandingScenario books, PendingCommand asked) =>
        books.Standings.DecideAsync("spring", books.Campaign.Terms, asked.Inviter, asked.Invitee, asked.Command);

    static async Task<List<string>> PageAsync(StandingScenario books) => [.. (await books.Standings.PageAsync("spring", 100, null)).Items.Select(Commands)];

    static async Task<List<string>> AmendmentsAsync(StandingScenario books) =>
        [.. (await books.Standings.AmendmentsAsync("spring", 1000, null)).Items.Select(one => $"{one.MemberId} {one.InviteeId} {one.Before} {one.After}").Order(StringComparer.Ordinal)];

    static string Commands(Standing? standing) => System.Text.Json.JsonSerializer.Serialize(standing);

    // Few inviters and invitees: so that several of what is asked together are about one and the same.
    static PendingCommand RandomCommand(Random random, int n)
    {
        var (inviter, invitee, at) = ($"inviter-{random.Next(12)}", $"u{random.Next(30)}", StandingScenario.Opens.AddSeconds(n));
        var claim = new Claim(invitee, n, (ClaimState)random.Next(4), at, HasLeft: false, IsRetained: random.Next(2) == 0);
        return random.Next(8) switch
        {
            0 => new PendingCommand(inviter, invitee, new StandingCommand.Flag(FraudSignal.Burst, at)),
            1 => new PendingCommand(inviter, invitee, new StandingCommand.DecideReview(new Review(random.Next(2) == 0, "小张", at))),
            2 => new PendingCommand(inviter, null, n < 200 ? new StandingCommand.Reconsider(at) : new StandingCommand.Settle()),
            _ => new PendingCommand(inviter, invitee, new StandingCommand.ApplyClaim(claim, [], at)),
        };
    }

    sealed record PendingCommand(string Inviter, string? Invitee, StandingCommand Command);
}
