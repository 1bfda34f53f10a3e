using Community.Care.Violations;
using Community.Messaging.Channels;
using Community.Platform;
using FunctionsApp.Groups;
using FunctionsApp.Groups.Staff;
using FunctionsApp.Platform.Http;
using FunctionsApp.Selling.Links;

namespace FunctionsApp.Care.Violations;

/// <summary>
/// Hears advertisements in the messages of groups, where the channel reports them. A message that is none costs
/// nothing.
/// </summary>
public sealed class AdvertisementListener(
    ViolationService service,
    GroupStore groups,
    StaffStore staff,
    AllowedLinkHosts hosts,
    PublicAddress address,
    TimeProvider clock)
{
    // Null where only connections tell the address of the app.
    readonly string? ownHost = address.Find("/") is { } own ? new Uri(own).Host : null;

    /// <summary>Handles a message, once for each event of the channel. Staff and unknown groups are ignored.</summary>
    public async Task HandleAsync(string webhookId, ChannelEvent.MessagePosted posted)
    {
        if (AdvertisementRules.Find(posted.Text, posted.HasQrCode, IsOwnLink, AdvertisementVocabulary.Chinese) is null
            || await groups.LookUpAsync(posted.GroupId) is not { IsAlive: true } group
            || await staff.FindByAccountAsync(posted.MemberId) is not null) return;
        var now = clock.GetUtcNow();
        var report = new ViolationReport(
            $"heard-{EffectKey.Digest(webhookId)}",
            posted.GroupId,
            posted.MemberId,
            ViolationKind.Advertisement,
            posted.Text.CutTo(ViolationRules.MaxEvidence),
            Violation.Channel,
            posted.Timestamp < now ? posted.Timestamp : now)
        {
            IsHeard = true,
            Owner = group.Owner,
        };
        await service.HearAsync(report, group);
    }

    bool IsOwnLink(string link) =>
        hosts.Allows(link)
        || (WebUrl.Normalize(link) is { } address && new Uri(address) is { UserInfo.Length: 0, Host: var host }
            && host == ownHost);
}
