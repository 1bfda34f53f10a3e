using System.Text;
using Community.Platform;

namespace Community.Lifecycle;

/// <summary>Ids of this module's orchestrations. An id derives from what it serves, so that a second start is harmless.</summary>
public static class LifecycleInstanceIds
{
    // At most 100 characters of printable ASCII (learn.microsoft.com, Durable orchestrations, "Orchestration identity").
    const int MaxLength = 100;

    /// <summary>
    /// <c>onboarding-{groupId}-{memberId}</c>. Both ids may hold hyphens; a hyphen of the member's id is written <c>~2d</c> (and <c>~</c> as
    /// <c>~7e</c>), so that no two members share an id. A member id that the host refuses, because it is too long or not ASCII, is written as
    /// <c>~~</c> and its digest.
    /// </summary>
    public static string Onboarding(string groupId, string memberId)
    {
        var member = memberId.Replace("~", "~7e", StringComparison.Ordinal).Replace("-", "~2d", StringComparison.Ordinal);
        var id = $"onboarding-{groupId}-{member}";
        return id.Length <= MaxLength && Ascii.IsValid(id) ? id : $"onboarding-{groupId}-~~{EffectKey.Digest(memberId)}";
    }

    /// <summary><c>flash-group-{groupId}</c>: the orchestration of the one sale that a flash group has.</summary>
    public static string FlashGroup(string groupId) => $"flash-group-{groupId}";

    /// <summary><c>charter-deadline-{groupId}</c>.</summary>
    public static string CharterDeadline(string groupId) => $"charter-deadline-{groupId}";
}
