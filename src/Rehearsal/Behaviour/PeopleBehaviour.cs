namespace Rehearsal.Behaviour;

/// <summary>How simulated people behave. Shares are between 0 and 1.</summary>
sealed record PeopleBehaviour(
    IReadOnlyDictionary<string, BehaviourParameter> Parameters, IReadOnlyList<double> ArrivalHours)
{
    public double ComesByPoster => Value("people.comesByPoster");

    public double JoinsAfterScan => Value("people.joinsAfterScan");

    public double CompletesSharing => Value("people.completesSharing");

    public double StartsSharing => Value("people.startsSharing");

    public double StaysWithoutSharing => Value("people.staysWithoutSharing");

    public double LeavesAfterReward => Value("people.leavesAfterReward");

    public double LeavesEachDay => Value("people.leavesEachDay");

    public double LeavesAfterPromotion => Value("people.leavesAfterPromotion");

    /// <summary>The mean time from a join to the invitations of that member.</summary>
    public TimeSpan ShareDelay => TimeSpan.FromHours(Value("people.shareHours"));

    /// <summary>The mean time until an invited friend comes.</summary>
    public TimeSpan InviteDelay => TimeSpan.FromHours(Value("people.inviteHours"));

    public double SetsCardName => Value("people.setsCardName");

    public double IntroducesThemselves => Value("people.introducesThemselves");

    public double AsksEachWeek => Value("people.asksEachWeek");

    public double ComplainsEachWeek => Value("people.complainsEachWeek");

    public double Votes => Value("people.votes");

    public double RepliesToWarmUp => Value("people.repliesToWarmUp");

    public double AcceptsInvitation => Value("people.acceptsInvitation");

    public double ClicksWarmedUp => Value("people.clicksWarmedUp");

    public double ClicksWithoutWarmUp => Value("people.clicksWithoutWarmUp");

    public double ClicksFlashSale => Value("people.clicksFlashSale");

    public double ClicksPush => Value("people.clicksPush");

    public double BuysAfterClick => Value("people.buysAfterClick");

    public TimeSpan ClickDelay => TimeSpan.FromMinutes(Value("people.clickMinutes"));

    /// <summary>The amount of an order whose plan names no price, in minor units.</summary>
    public long OrderMinor => (long)Value("shop.orderMinor");

    public double Refunds => Value("shop.refunds");

    public double ShopReportsLate => Value("shop.reportsLate");

    public double StaffEarly => Value("staff.early");

    public double StaffNever => Value("staff.never");

    public TimeSpan StaffDelay => TimeSpan.FromHours(Value("staff.lateHours"));

    /// <summary>The beginning and end of the working day, in hours of the brand's local time.</summary>
    public (double Start, double End) WorkingDay => (Value("staff.startHour"), Value("staff.endHour"));

    public double OutagesEachWeek => Value("platform.outagesEachWeek");

    public TimeSpan Outage => TimeSpan.FromMinutes(Value("platform.outageMinutes"));

    /// <summary>The same with another value of one parameter.</summary>
    public PeopleBehaviour With(string name, double value, string source) => this with
    {
        Parameters = new Dictionary<string, BehaviourParameter>(Parameters, StringComparer.Ordinal)
        {
            [name] = Parameters[name] with { Value = value, Source = source },
        },
    };

    double Value(string name) => Parameters[name].Value;
}
