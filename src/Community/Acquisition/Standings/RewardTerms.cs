namespace Community.Acquisition.Standings;

/// <summary>What a reward is.</summary>
public enum RewardKind
{
    /// <summary>折扣: so many per cent off; 30 is shown as 7 折.</summary>
    Discount,

    /// <summary>优惠券.</summary>
    Coupon,

    /// <summary>实物: limited stock, costs money, is sent to an address.</summary>
    Gift,

    /// <summary>积分.</summary>
    Points,
}

/// <summary>What is promised; which of the figures are set follows from the kind. Cost is in minor units.</summary>
public sealed record RewardTerms(RewardKind Kind, string Title, int? PercentOff = null, int? Points = null, long? CostMinor = null, int? Stock = null);

/// <summary>阶梯奖励: what so many credited invitees earn. <paramref name="Id"/> stays with the tier when it is edited.</summary>
public sealed record Tier(string Id, int Invites, RewardTerms Reward);

/// <summary>达标: so many credited invitees qualify for a place in this group.</summary>
public sealed record QualifyingTarget(int Invites, string GroupId);
