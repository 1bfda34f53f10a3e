using Community.Platform;

namespace Community.Acquisition;

/// <summary>
/// Ids of this module's orchestrations. Each derives from its subject, so that a second start has no effect.
/// </summary>
public static class AcquisitionInstanceIds
{
    /// <summary><c>campaign-{id}</c>.</summary>
    public static string Campaign(string campaignId) => $"campaign-{campaignId}";

    /// <summary><c>target-{campaignId}-{digest}</c>, with the digest of the member's id.</summary>
    public static string TargetInvitation(string campaignId, string memberId) =>
        $"target-{campaignId}-{EffectKey.Digest(memberId)}";
}
