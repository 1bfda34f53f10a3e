using Community.Platform;

namespace Community.Acquisition;

/// <summary>Ids of this module's orchestrations. An id derives from what it serves, so that a second start is harmless.</summary>
public static class AcquisitionInstanceIds
{
    /// <summary><c>campaign-{id}</c>.</summary>
    public static string Campaign(string campaignId) => $"campaign-{campaignId}";

    /// <summary><c>target-{campaignId}-{digest}</c>, the digest of the member's id.</summary>
    public static string TargetInvitation(string campaignId, string memberId) => $"target-{campaignId}-{EffectKey.Digest(memberId)}";
}
