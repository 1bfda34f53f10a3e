using Community.Acquisition.Standings;

namespace FunctionsApp.Tests.Acquisition.Standings;

/// <summary>
/// Each step of rewards and stock, ended between any two of its writes to the storage and then repeated by another process: books and stock are the
/// same to the letter as when nothing ended.
/// </summary>
public sealed class RewardCrashTests(ITestOutputHelper output)
{
    static readonly (int, RewardTerms)[] Tiers =
    [
        (1, new RewardTerms(RewardKind.Gift, "马克杯", CostMinor: 290, Stock: 1)),
        (2, new RewardTerms(RewardKind.Discount, "7折", PercentOff: 30)),
    ];

    static readonly Dictionary<string, (Func<StandingScenario, Task> Before, Func<StandingScenario, Task> Step)> Steps = new(StringComparer.Ordinal)
    {
        ["grant"] = (_ => Task.CompletedTask, books => books.JoinAsync("u1", "ann")),
        ["grant another tier"] = (books => books.JoinAsync("u1", "ann"), books => books.JoinAsync("u2", "ann", 1)),
        ["sold out"] = (books => books.JoinAsync("u1", "ann"), books => books.JoinAsync("u2", "bob", 1)),
        ["take back"] = (books => books.JoinAsync("u1", "ann"), books => books.LeaveAsync("u1", 5)),
        ["grant what was taken back"] = (JoinAndLeaveAsync, books => books.JoinAsync("u2", "ann", 9)),
        ["grant what another gave back"] = (SoldOutThenGivenBackAsync, books => books.ReconsiderAsync("bob")),
        ["redeem"] = (books => books.JoinAsync("u1", "ann"), books => books.RedeemAsync("ann", 1)),
        ["take back what is redeemed"] = (RedeemedAsync, books => books.LeaveAsync("u1", 5)),
        ["withhold from two who invite each other"] = (books => books.JoinAsync("bob", "ann"), books => books.JoinAsync("ann", "bob", 1)),
        ["grant after review"] = (RingAsync, books => books.ReviewAsync("bob", isAccepted: true)),
        ["take back after review"] = (RingAsync, books => books.ReviewAsync("bob", isAccepted: false)),
    };

    public static TheoryData<string> Names => [.. Steps.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_step_that_ends_after_any_of_its_writes_and_is_repeated_leaves_what_an_unbroken_one_leaves(string name)
    {
        var whole = new FailingStore();
        await Steps[name].Before(await StandingScenario.OnAsync(whole.Service, Tiers));
        var writes = await whole.CountAsync(() => Steps[name].Step(StandingScenario.Create(whole.Service, Tiers)));
        var expected = await whole.ReadAsync();
        output.WriteLine($"{writes} writes");

        for (var made = 0; made < writes; made++)
        {
            var broken = new FailingStore();
            await Steps[name].Before(await StandingScenario.OnAsync(broken.Service, Tiers));
            await broken.EndAfterAsync(made, () => Steps[name].Step(StandingScenario.Create(broken.Service, Tiers)));

            for (var again = 0; again < 2; again++)
            {
                await Steps[name].Step(StandingScenario.Create(broken.Service, Tiers));
                Assert.Equal(expected, await broken.ReadAsync());
            }
        }

        Assert.NotEqual(0, writes);
    }

    static async Task JoinAndLeaveAsync(StandingScenario books)
    {
        await books.JoinAsync("u1", "ann");
        await books.LeaveAsync("u1", 5);
    }

    static async Task SoldOutThenGivenBackAsync(StandingScenario books)
    {
        await books.JoinAsync("u1", "ann");
        await books.JoinAsync("u2", "bob", 1);
        await books.LeaveAsync("u1", 5);
    }

    static async Task RedeemedAsync(StandingScenario books)
    {
        await books.JoinAsync("u1", "ann");
        await books.RedeemAsync("ann", 1);
    }

    static async Task RingAsync(StandingScenario books)
    {
        await books.JoinAsync("bob", "ann");
        await books.JoinAsync("ann", "bob", 1);
    }
}
