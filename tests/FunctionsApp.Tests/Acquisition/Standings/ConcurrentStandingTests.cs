using Community.Acquisition.Invitees;
using Community.Acquisition.Standings;
using FunctionsApp.Acquisition.Standings;
using TestSupport;

namespace FunctionsApp.Tests.Acquisition.Standings;

/// <summary>Commands that arrive together are decided in one batch with the result of single decisions.</summary>
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
    public async Task Commands_decided_together_have_the_result_of_single_decisions(int seed)
    {
        var random = new Random(seed);
        var commands = Enumerable.Range(0, 300).Select(n => RandomCommand(random, n)).ToList();
        var (single, together) = (await CreateAsync(), await CreateAsync());

        foreach (var command in commands) await DecideAsync(single, command);
        await Task.WhenAll(commands.Select(command => DecideAsync(together, command)));

        Assert.Equal(await single.Standings.TotalsAsync("spring"), await together.Standings.TotalsAsync("spring"));
        Assert.Equal(await PageAsync(single), await PageAsync(together));
        Assert.Equal(await AmendmentsAsync(single), await AmendmentsAsync(together));
        foreach (var inviter in commands.Select(command => command.Inviter).Distinct(StringComparer.Ordinal))
        {
            Assert.Equal(
                ToText(await single.Standings.FindAsync("spring", inviter)),
                ToText(await together.Standings.FindAsync("spring", inviter)));
        }
    }

    static Task<StandingScenario> CreateAsync() =>
        StandingScenario.CreateAsync(InMemoryStorage.NewTables(), Tiers);

    static Task<StandingDecision> DecideAsync(StandingScenario scenario, RandomStandingCommand command) =>
        scenario.Standings.DecideAsync(
            "spring", scenario.Campaign.Terms, command.Inviter, command.Invitee, command.Command);

    static async Task<List<string>> PageAsync(StandingScenario scenario) =>
        [.. (await scenario.Standings.PageAsync("spring", 100, null)).Items.Select(ToText)];

    static async Task<List<string>> AmendmentsAsync(StandingScenario scenario)
    {
        var amendments = (await scenario.Standings.AmendmentsAsync("spring", 1000, null)).Items;
        return [.. amendments
            .Select(item => $"{item.MemberId} {item.InviteeId} {item.Before} {item.After}")
            .Order(StringComparer.Ordinal)];
    }

    static string ToText(Standing? standing) => System.Text.Json.JsonSerializer.Serialize(standing);

    // Few inviters and invitees, so that several commands are about the same credit.
    static RandomStandingCommand RandomCommand(Random random, int n)
    {
        var (inviter, invitee) = ($"inviter-{random.Next(12)}", $"u{random.Next(30)}");
        var at = StandingScenario.Opens.AddSeconds(n);
        var state = (ClaimState)random.Next(4);
        var claim = new Claim(invitee, n, state, at, HasLeft: false, IsRetained: random.Next(2) == 0);
        return random.Next(8) switch
        {
            0 => new(inviter, invitee, new StandingCommand.FlagCredit(FraudSignal.Burst, at)),
            1 => new(inviter, invitee, new StandingCommand.ReviewCredit(new Review(random.Next(2) == 0, "小张", at))),
            2 => new(inviter, null, n < 200 ? new StandingCommand.Reconsider(at) : new StandingCommand.Settle()),
            _ => new(inviter, invitee, new StandingCommand.ApplyClaim(claim, at)),
        };
    }

    sealed record RandomStandingCommand(string Inviter, string? Invitee, StandingCommand Command);
}
