using Community.Platform;

namespace Community.Acquisition;

/// <summary>Ids of orchestrations. Each derives from its subject, so that a second start has no effect.</summary>
public static class AcquisitionInstanceIds
{
    public static string Campaign(string campaignId) => $"campaign-{campaignId}";

    public static string TargetInvitation(string campaignId, string memberId) =>
        $"target-{campaignId}-{EffectKey.Digest(memberId)}";
}
