namespace Community.Acquisition.Standings;

public enum RewardKind
{
    /// <summary>折扣: per cent off; 30 is shown as 7 折.</summary>
    Discount,

    Coupon,

    /// <summary>实物: has a limited stock and a cost, and is sent to an address.</summary>
    Gift,

    Points,
}

/// <summary>The promise of a reward. The kind decides which figures are set. The cost is in minor units.</summary>
public sealed record RewardTerms(
    RewardKind Kind,
    string Title,
    int? PercentOff = null,
    int? Points = null,
    long? CostMinor = null,
    int? Stock = null)
{
    /// <summary>True for one gift with another stock or cost: the title is what members know it by.</summary>
    public bool IsSameGift(RewardTerms other) =>
        Kind is RewardKind.Gift && other.Kind is RewardKind.Gift && Title == other.Title;
}

/// <summary>阶梯奖励: the reward for this many credits. An edit keeps <paramref name="Id"/>.</summary>
public sealed record Tier(string Id, int Invites, RewardTerms Reward);

/// <summary>达标: this many credits qualify for a place in the group.</summary>
public sealed record QualifyingTarget(int Invites, string GroupId);
