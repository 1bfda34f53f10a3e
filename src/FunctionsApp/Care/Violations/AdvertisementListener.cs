using Community.Care.Violations;
using Community.Groups;
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
    readonly string? ownHost = WebUrl.FindHost(address.Find("/"));

    /// <summary>Handles a message, once for each event of the channel. Staff and unknown groups are ignored.</summary>
    public async Task HandleAsync(string webhookId, ChannelEvent.MessagePosted posted)
    {
        // Most messages have no sign, and their groups are not read.
        if (Find(posted, IsOwnLink) is null
            || await groups.LookUpAsync(posted.GroupId) is not { IsAlive: true } group
            || Find(posted, link => IsOwnLink(link) || IsJoinLink(link, group)) is null
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

    static AdvertisementSign? Find(ChannelEvent.MessagePosted posted, Func<string, bool> isOwnLink) =>
        AdvertisementRules.Find(
            posted.Text,
            posted.QrCode is { } code ? !isOwnLink(code) : posted.HasQrCode,
            isOwnLink,
            AdvertisementVocabulary.Chinese);

    bool IsOwnLink(string link) => hosts.Allows(link) || (WebUrl.FindHost(link) is { } host && IsOwnHost(host));

    // A link to the reader's own machine advertises nothing, and the local runtime prints such links.
    bool IsOwnHost(string host) => ownHost is null ? new Uri($"http://{host}").IsLoopback : host == ownHost;

    static bool IsJoinLink(string link, Group group) =>
        WebUrl.Normalize(link) is { } address && address == WebUrl.Normalize(group.JoinUrl);
}
