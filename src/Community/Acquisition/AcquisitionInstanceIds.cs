using Community.Platform;

namespace Community.Acquisition;

/// <summary>Ids of orchestrations. Each derives from its subject, so that a second start has no effect.</summary>
public static class AcquisitionInstanceIds
{
    /// <summary>The beginnings of all ids.</summary>
    public static IReadOnlyList<string> Prefixes { get; } = [CampaignPrefix, TargetPrefix];

    const string CampaignPrefix = "campaign-";
    const string TargetPrefix = "target-";

    public static string Campaign(string campaignId) => $"{CampaignPrefix}{campaignId}";

    public static string TargetInvitation(string campaignId, string memberId) =>
        $"{TargetPrefix}{campaignId}-{EffectKey.Digest(memberId)}";
}
