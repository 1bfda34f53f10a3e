using Community.Acquisition.Standings;

namespace FunctionsApp.Tests.Acquisition.Standings;

/// <summary>
/// Each step of rewards and stock ends after each of its writes and is repeated by another process. The rows are then
/// equal to those of a step that did not end.
/// </summary>
public sealed class RewardCrashTests(ITestOutputHelper output)
{
    static readonly (int, RewardTerms)[] Tiers =
    [
        (1, new RewardTerms(RewardKind.Gift, "马克杯", CostMinor: 290, Stock: 1)),
        (2, new RewardTerms(RewardKind.Discount, "7折", PercentOff: 30)),
    ];

    static readonly Dictionary<string, CrashStep> Steps = new(StringComparer.Ordinal)
    {
        ["grant"] = new(_ => Task.CompletedTask, scenario => scenario.JoinAsync("u1", "ann")),
        ["grant another tier"] = new(
            scenario => scenario.JoinAsync("u1", "ann"), scenario => scenario.JoinAsync("u2", "ann", 1)),
        ["sold out"] = new(
            scenario => scenario.JoinAsync("u1", "ann"), scenario => scenario.JoinAsync("u2", "bob", 1)),
        ["take back"] = new(
            scenario => scenario.JoinAsync("u1", "ann"), scenario => scenario.LeaveAsync("u1", 5)),
        ["grant what was taken back"] = new(JoinAndLeaveAsync, scenario => scenario.JoinAsync("u2", "ann", 9)),
        ["grant what another gives back"] = new(SoldOutAsync, scenario => scenario.LeaveAsync("u1", 5)),
        ["stop waiting for a gift"] = new(SoldOutAsync, scenario => scenario.LeaveAsync("u2", 5)),
        ["redeem"] = new(scenario => scenario.JoinAsync("u1", "ann"), scenario => scenario.RedeemAsync("ann", 1)),
        ["take back what is redeemed"] = new(RedeemedAsync, scenario => scenario.LeaveAsync("u1", 5)),
        ["withhold from two who invite each other"] = new(
            scenario => scenario.JoinAsync("bob", "ann"), scenario => scenario.JoinAsync("ann", "bob", 1)),
        ["grant after review"] = new(RingAsync, scenario => scenario.ReviewAsync("bob", isAccepted: true)),
        ["take back after review"] = new(RingAsync, scenario => scenario.ReviewAsync("bob", isAccepted: false)),
        ["refuse the second identity of an invitee"] = new(
            scenario => scenario.JoinAsync("u1", "ann", unionId: "union-1"),
            scenario => scenario.JoinAsync("u2", "bob", 1, "union-1")),
        ["move a credit to an identity that was invited first"] = new(
            UnknownIdentitiesAsync, scenario => scenario.JoinAsync("u1", inviter: null, 3, "union-1")),
        ["withhold for the second identity of the inviter"] = new(
            scenario => scenario.JoinAsync("ann-2", "ann", unionId: "union-1"),
            scenario => scenario.JoinAsync("ann", inviter: null, 1, "union-1")),
    };

    public static TheoryData<string> Names => [.. Steps.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Repeat_of_a_step_that_ended_after_any_write_stores_the_same_rows(string name)
    {
        var whole = new FailingStore();
        await Steps[name].Before(await StandingScenario.CreateAsync(whole.Service, Tiers));
        var writes = await whole.CountAsync(() => Steps[name].Step(StandingScenario.Open(whole.Service, Tiers)));
        var expected = await whole.ReadAsync();
        output.WriteLine($"{writes} writes");

        for (var made = 0; made < writes; made++)
        {
            var broken = new FailingStore();
            await Steps[name].Before(await StandingScenario.CreateAsync(broken.Service, Tiers));
            output.WriteLine($"ends after {made}");
            await broken.EndAfterAsync(made, () => Steps[name].Step(StandingScenario.Open(broken.Service, Tiers)));

            for (var repeat = 0; repeat < 2; repeat++)
            {
                await Steps[name].Step(StandingScenario.Open(broken.Service, Tiers));
                Assert.Equal(expected, await broken.ReadAsync());
            }
        }

        Assert.NotEqual(0, writes);
    }

    static async Task JoinAndLeaveAsync(StandingScenario scenario)
    {
        await scenario.JoinAsync("u1", "ann");
        await scenario.LeaveAsync("u1", 5);
    }

    static async Task SoldOutAsync(StandingScenario scenario)
    {
        await scenario.JoinAsync("u1", "ann");
        await scenario.JoinAsync("u2", "bob", 1);
    }

    static async Task UnknownIdentitiesAsync(StandingScenario scenario)
    {
        await scenario.JoinAsync("u1", "ann");
        await scenario.JoinAsync("u2", "bob", 1, "union-1");
    }

    static async Task RedeemedAsync(StandingScenario scenario)
    {
        await scenario.JoinAsync("u1", "ann");
        await scenario.RedeemAsync("ann", 1);
    }

    static async Task RingAsync(StandingScenario scenario)
    {
        await scenario.JoinAsync("bob", "ann");
        await scenario.JoinAsync("ann", "bob", 1);
    }

    sealed record CrashStep(Func<StandingScenario, Task> Before, Func<StandingScenario, Task> Step);
}
