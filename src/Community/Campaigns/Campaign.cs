namespace Community.Campaigns;

/// <summary>How people come.</summary>
public enum CampaignMode
{
    /// <summary>扫码进群: they scan a shared poster and come by themselves.</summary>
    PosterShare,

    /// <summary>邀请好友: a member brings them.</summary>
    DirectInvite,
}

/// <summary>Where a campaign stands at an instant.</summary>
public enum CampaignState
{
    /// <summary>Not yet open.</summary>
    Planned,

    /// <summary>Its codes lead into groups.</summary>
    Open,

    /// <summary>Over; its codes answer that it has ended.</summary>
    Closed,
}

/// <summary>
/// 裂变活动: an acquisition drive with its groups in the order they are filled. <paramref name="LiveGroup"/> is the index in
/// <paramref name="GroupIds"/> where the search for a group that takes members begins.
/// </summary>
public sealed record Campaign(
    string Id,
    string Name,
    CampaignMode Mode,
    DateTimeOffset OpensAt,
    DateTimeOffset ClosesAt,
    IReadOnlyList<string> GroupIds,
    DateTimeOffset CreatedAt,
    int LiveGroup = 0)
{
    /// <summary>The state at <paramref name="now"/>: open from <see cref="OpensAt"/> until just before <see cref="ClosesAt"/>.</summary>
    public CampaignState At(DateTimeOffset now) => now < OpensAt ? CampaignState.Planned : now < ClosesAt ? CampaignState.Open : CampaignState.Closed;

    /// <summary>Every group once, from the live one to the last and then from the first: the order in which a place is looked for.</summary>
    public IEnumerable<string> GroupsFromLive() => GroupIds.Skip(LiveGroup).Concat(GroupIds.Take(LiveGroup));
}
