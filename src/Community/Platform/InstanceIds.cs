using System.Text;

namespace Community.Platform;

/// <summary>Ids of orchestrations, derived from what they serve, so that starting one twice is harmless.</summary>
public static class InstanceIds
{
    // At most 100 characters of printable ASCII (learn.microsoft.com, Durable orchestrations, "Orchestration identity").
    const int Max = 100;

    /// <summary>
    /// <c>onboarding-{groupId}-{memberId}</c>. Group ids and member ids may both hold hyphens; those of the member are written
    /// <c>~2d</c> (and <c>~</c> as <c>~7e</c>), or two people could share one id and the second would never be welcomed. A member id
    /// that the host would refuse, too long or not ASCII, is written <c>~~</c> and its digest.
    /// </summary>
    public static string Onboarding(string groupId, string memberId)
    {
        var id = $"onboarding-{groupId}-{memberId.Replace("~", "~7e", StringComparison.Ordinal).Replace("-", "~2d", StringComparison.Ordinal)}";
        return id.Length <= Max && Ascii.IsValid(id) ? id : $"onboarding-{groupId}-~~{EffectKey.Digest(memberId)}";
    }

    /// <summary><c>flash-sale-{id}</c>.</summary>
    public static string FlashSale(string flashSaleId) => $"flash-sale-{flashSaleId}";

    /// <summary><c>flash-group-{groupId}</c>: a group has one sale in its life.</summary>
    public static string FlashGroup(string groupId) => $"flash-group-{groupId}";

    /// <summary><c>charter-deadline-{groupId}</c>.</summary>
    public static string CharterDeadline(string groupId) => $"charter-deadline-{groupId}";

    /// <summary><c>conversion-{id}</c>.</summary>
    public static string Conversion(string conversionId) => $"conversion-{conversionId}";

    /// <summary><c>conversion-{id}~{groupId}</c>: both ids may hold hyphens, and neither a tilde.</summary>
    public static string ConversionGroup(string conversionId, string groupId) => $"conversion-{conversionId}~{groupId}";

    /// <summary><c>campaign-{id}</c>.</summary>
    public static string Campaign(string campaignId) => $"campaign-{campaignId}";

    /// <summary><c>target-{campaignId}-{digest}</c>, the digest that of the member's id.</summary>
    public static string TargetInvitation(string campaignId, string memberId) => $"target-{campaignId}-{EffectKey.Digest(memberId)}";

    /// <summary><c>staff-task-{id}</c>.</summary>
    public static string StaffTask(string taskId) => $"staff-task-{taskId}";
}
