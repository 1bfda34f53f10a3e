using System.Text;
using Community.Platform;

namespace Community.Lifecycle;

/// <summary>
/// The ids of this module's orchestrations. An id derives from its subject, so a second start changes nothing.
/// </summary>
public static class LifecycleInstanceIds
{
    // At most 100 characters of printable ASCII (learn.microsoft.com, Durable orchestrations, "Orchestration
    // identity").
    const int MaxLength = 100;

    /// <summary>
    /// <c>onboarding-{groupId}-{memberId}</c>. In the member id a hyphen is escaped as <c>~2d</c> and <c>~</c> as
    /// <c>~7e</c>, so that ids are unique. A member id that is too long or not ASCII is replaced by <c>~~</c> and its
    /// digest.
    /// </summary>
    public static string Onboarding(string groupId, string memberId)
    {
        var member = memberId
            .Replace("~", "~7e", StringComparison.Ordinal)
            .Replace("-", "~2d", StringComparison.Ordinal);
        var id = $"onboarding-{groupId}-{member}";
        return id.Length <= MaxLength && Ascii.IsValid(id)
            ? id
            : $"onboarding-{groupId}-~~{EffectKey.Digest(memberId)}";
    }

    /// <summary><c>flash-group-{groupId}</c>: the orchestration of the sale of a flash group.</summary>
    public static string FlashGroup(string groupId) => $"flash-group-{groupId}";

    /// <summary><c>group-end-{groupId}</c>: the orchestration that ends a group before its time.</summary>
    public static string GroupEnd(string groupId) => $"group-end-{groupId}";

    /// <summary><c>charter-deadline-{groupId}</c>.</summary>
    public static string CharterDeadline(string groupId) => $"charter-deadline-{groupId}";
}
