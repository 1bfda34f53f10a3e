using Community.Acquisition.Standings;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Acquisition.Standings;

/// <summary>What the gifts of one participant cost, under edits, joins, leaves and answers of the stock.</summary>
public class GiftCapTests
{
    const long Cap = 300;

    static readonly Gen<Action<Play>> Step = Gen.Frequency(
        (3, from guest in Gen.Choose(0, 3) select (Action<Play>)(play => play.Join(guest))),
        (2, from guest in Gen.Choose(0, 3) select (Action<Play>)(play => play.Leave(guest))),
        (2, from edit in AnyTiers() select (Action<Play>)(play => play.Edit(edit))),
        (4, from isReserved in Gen.Elements(true, true, false) select (Action<Play>)(play => play.Answer(isReserved))),
        (1, Gen.Constant((Action<Play>)(play => play.Redeem()))));

    [Theory]
    [Seeds(1, 20261126)]
    public void Granted_gifts_never_cost_more_than_the_cap(ulong seed) =>
        Property.CheckSequences(seed, Step, steps =>
        {
            var play = new Play();
            foreach (var step in steps)
            {
                step(play);
                Assert.InRange(play.Ann.CostMinor, 0, Cap);
            }
        });

    [Fact]
    public void Gift_over_the_cap_is_granted_when_another_gift_is_taken_back()
    {
        var play = new Play();
        play.Edit([(2, Gift("杯", 200))]);
        play.Join(0);
        play.Join(1);
        play.Answer(isReserved: true);
        play.Edit([(1, Gift("碗", 200))]);
        Assert.Equal((200, StockState.OverCap), (play.Ann.CostMinor, play.Ann.Rewards[1].Stock));

        play.Leave(1);
        while (play.Waits) play.Answer(isReserved: true);

        Assert.Equal(
            [("杯", RewardState.TakenBack), ("碗", RewardState.Granted)],
            play.Ann.Rewards.Select(reward => (reward.Terms.Title, play.Ann.StateOf(reward))));
    }

    static Gen<IReadOnlyList<(int Invites, RewardTerms Reward)>> AnyTiers() =>
        from invites in Gen.SubListOf(1, 2, 3)
        from first in Gen.Choose(0, 2)
        select (IReadOnlyList<(int, RewardTerms)>)
            [.. invites.Select((count, index) => (count, Gift($"{first + index}", 60 + (40 * ((first + index) % 2)))))];

    static RewardTerms Gift(string title, long cost) => new(RewardKind.Gift, title, CostMinor: cost, Stock: 9);

    sealed class Play
    {
        readonly StandingModel model = new() { Terms = new InvitationTerms([], null, Cap) };
        Tiers tiers = Tiers.None;
        double second;

        public Standing Ann => model.StandingOf("ann");

        public bool Waits => Ann.Rewards.Any(AwaitsStock);

        public void Join(int guest) => model.RecordJoin($"u{guest}", "ann", second += 0.01);

        public void Leave(int guest) => model.RecordLeave($"u{guest}", second += 0.01);

        public void Edit(IReadOnlyList<(int Invites, RewardTerms Reward)> wanted)
        {
            tiers = tiers.Edit(wanted);
            model.Terms = model.Terms with { Tiers = tiers.All };
            model.Decide("ann", null, new StandingCommand.Reconsider(Instants.Evening.AddSeconds(second)));
        }

        public void Answer(bool isReserved)
        {
            if (Ann.Rewards.FirstOrDefault(AwaitsStock) is not { } reward) return;
            StandingCommand answer = reward.Stock is StockState.Wanted
                ? new StandingCommand.RecordReservation(reward.Id, reward.Attempt, isReserved)
                : new StandingCommand.RecordStockReturn(reward.Id, reward.Attempt, reward.EarnedAt);
            model.Decide("ann", null, answer);
        }

        public void Redeem()
        {
            var granted = Ann.Rewards.FirstOrDefault(reward => Ann.StateOf(reward) is RewardState.Granted);
            if (granted is null) return;
            var redemption = new Redemption("key", Instants.Evening, "上海市");
            model.Decide("ann", null, new StandingCommand.RedeemReward(granted.Id, redemption));
        }

        static bool AwaitsStock(Reward reward) => reward.Stock is StockState.Wanted or StockState.Returning;
    }
}
