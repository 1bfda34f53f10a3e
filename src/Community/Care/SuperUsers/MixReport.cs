namespace Community.Care.SuperUsers;

public enum MixState
{
    /// <summary>There are too few super users among the members.</summary>
    TooFew,

    Within,

    TooMany,
}

/// <summary>The people of a group who count for its mix. Those under review count as members.</summary>
public sealed record MixCounts(int Super, int Potential, int InvitedSuper, int InvitedPotential)
{
    public static MixCounts None { get; } = new(0, 0, 0, 0);

    /// <summary>The members who wait for a decision.</summary>
    public int UnderReview { get; init; }

    /// <summary>The counts after a person changed; null for one of whom nothing is known.</summary>
    public MixCounts After(SuperUser? before, SuperUser? after) => Add(before, -1).Add(after, 1);

    MixCounts Add(SuperUser? user, int count) =>
        (user?.Status is SuperUserStatus.UnderReview ? this with { UnderReview = UnderReview + count } : this)
        .AddSort(user, count);

    MixCounts AddSort(SuperUser? user, int count) => user switch
    {
        { IsPresent: true, Sort: SuperUserSort.Super } => this with { Super = Super + count },
        { IsPresent: true } => this with { Potential = Potential + count },
        { Status: SuperUserStatus.Invited, Sort: SuperUserSort.Super } =>
            this with { InvitedSuper = InvitedSuper + count },
        { Status: SuperUserStatus.Invited } => this with { InvitedPotential = InvitedPotential + count },
        _ => this,
    };
}

/// <summary>
/// The mix of a group. <paramref name="Share"/> is that of super users among its members, null without any;
/// <paramref name="MayInviteSuper"/> and <paramref name="MayInvitePotential"/> say how many of each sort may still be
/// invited, one sort or the other.
/// </summary>
public sealed record MixReport(
    decimal Target,
    decimal Tolerance,
    decimal? Share,
    MixState State,
    MixCounts Counts,
    int MayInviteSuper,
    int MayInvitePotential)
{
    /// <summary>Compares the counts with the mix. An empty group counts as one without super users.</summary>
    /// <param name="mix">The target and the tolerance, with which the band of good shares may pass 0 and 1.</param>
    /// <param name="counts">Those present and those invited.</param>
    /// <param name="capacity">The places of the group, taken or free.</param>
    public static MixReport Of(SuperUserMix mix, MixCounts counts, int capacity)
    {
        var members = counts.Super + counts.Potential;
        var share = members == 0 ? (decimal?)null : (decimal)counts.Super / members;
        return new MixReport(
            mix.Super,
            mix.Tolerance,
            share,
            StateOf(share ?? 0, mix),
            counts,
            MaySuper(mix, counts, capacity),
            MayPotential(mix, counts, capacity));
    }

    static MixState StateOf(decimal share, SuperUserMix mix)
    {
        if (share < mix.Low) return MixState.TooFew;
        return share > mix.High ? MixState.TooMany : MixState.Within;
    }

    // Those who are invited count as if they had joined. The first people of a group have no share to keep yet.
    static int MaySuper(SuperUserMix mix, MixCounts counts, int capacity)
    {
        var super = counts.Super + counts.InvitedSuper;
        var all = super + counts.Potential + counts.InvitedPotential;
        var most = Math.Min(capacity - all, Floor(mix.High * capacity) - super);
        // super + n <= high * (all + n)
        if (all > 0 && mix.High < 1) most = Math.Min(most, Floor(((mix.High * all) - super) / (1 - mix.High)));
        return Math.Max(0, most);
    }

    static int MayPotential(SuperUserMix mix, MixCounts counts, int capacity)
    {
        var potential = counts.Potential + counts.InvitedPotential;
        var free = capacity - potential - counts.Super - counts.InvitedSuper;
        return Math.Max(0, Math.Min(free, Floor((1 - mix.Low) * capacity) - potential));
    }

    static int Floor(decimal number) => (int)Math.Floor(number);
}
