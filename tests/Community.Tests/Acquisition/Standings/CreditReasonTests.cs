using Community.Acquisition.Invitees;
using Community.Acquisition.Standings;

namespace Community.Tests.Acquisition.Standings;

public class CreditReasonTests
{
    static readonly DateTimeOffset At = new(2026, 12, 1, 9, 0, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData(ClaimState.Held, null)]
    [InlineData(ClaimState.Lost, CreditReason.LeftEarly)]
    [InlineData(ClaimState.NotANewcomer, CreditReason.NotANewcomer)]
    [InlineData(ClaimState.SecondIdentity, CreditReason.SecondIdentity)]
    public void Reason_follows_from_the_claim(ClaimState state, CreditReason? reason) =>
        Assert.Equal(reason, CreditOf(state).Reason);

    [Fact]
    public void Doubtful_credit_waits_until_a_review_accepts_or_refuses_it()
    {
        var doubtful = CreditOf(ClaimState.Held).WithFlag(FraudSignal.Burst);

        Assert.Equal(CreditReason.Doubtful, doubtful.Reason);
        Assert.Null(doubtful.Decide(new Review(IsAccepted: true, "小张", At)).Reason);
        Assert.Equal(
            CreditReason.RefusedByReview, doubtful.Decide(new Review(IsAccepted: false, "小张", At)).Reason);
    }

    static Credit CreditOf(ClaimState state) =>
        new(new Claim("u1", 1, state, At, HasLeft: false, IsRetained: true));
}
