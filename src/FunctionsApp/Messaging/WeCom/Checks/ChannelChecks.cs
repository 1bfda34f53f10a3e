using System.Globalization;
using Community.Messaging.Channels.WeCom;
using Community.Platform.Texts;
using FunctionsApp.Messaging.WeCom.Calls;
using FunctionsApp.Messaging.WeCom.Chats;
using FunctionsApp.Messaging.WeCom.Client;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Messaging.WeCom.Checks;

/// <summary>Checks the set-up of WeCom, each part by the call that needs it.</summary>
public sealed class ChannelChecks(
    WeComStaffClient staff,
    WeComGroupChatClient chats,
    ChatStore known,
    CallbackArrivals arrivals,
    WeComSettings settings,
    BrandTime brandTime)
{
    const int MaxChats = 200;

    static readonly Phrasebook Texts = Phrasebook.Chinese;

    public async Task<IReadOnlyList<ChannelCheckItem>> RunAsync()
    {
        var app = await staff.GetAppAsync();
        var groups = await chats.ListAsync();
        return
        [
            CheckCredentials(app),
            CheckScope(app),
            CheckGroups(groups),
            await CheckCallbackAsync(),
            await CheckBindingAsync(),
            new(
                ChannelCheckKind.GroupSendLimit,
                ChannelCheckState.Passed,
                Texts.Template($"wecom.check.limit.{settings.GroupSendLimit}")),
        ];
    }

    static ChannelCheckItem CheckCredentials(WeComReply<AppDetails> app) => app switch
    {
        WeComReply<AppDetails>.Success => Passed(ChannelCheckKind.Credentials, "wecom.check.credentials"),
        WeComReply<AppDetails>.Refused refused => Failed(ChannelCheckKind.Credentials, AdviceOf(refused.Code)),
        _ => Failed(ChannelCheckKind.Credentials, Texts.Template("wecom.check.unanswered")),
    };

    static ChannelCheckItem CheckScope(WeComReply<AppDetails> app) => app switch
    {
        WeComReply<AppDetails>.Success { Value.Close: not 0 } =>
            Failed(ChannelCheckKind.VisibleScope, Texts.Template("wecom.check.scope.off")),
        WeComReply<AppDetails>.Success { Value: var details } when SeesStaff(details) =>
            Passed(ChannelCheckKind.VisibleScope, "wecom.check.scope"),
        WeComReply<AppDetails>.Success =>
            Failed(ChannelCheckKind.VisibleScope, Texts.Template("wecom.check.scope.empty")),
        _ => Unknown(ChannelCheckKind.VisibleScope, "wecom.check.blocked"),
    };

    static bool SeesStaff(AppDetails app) =>
        app.AllowUserinfos is { User.Count: > 0 } || app.AllowPartys is { Partyid.Count: > 0 };

    static ChannelCheckItem CheckGroups(WeComReply<GroupChatPage> groups) => groups switch
    {
        WeComReply<GroupChatPage>.Success => Passed(ChannelCheckKind.CustomerGroups, "wecom.check.groups"),
        WeComReply<GroupChatPage>.Refused refused => Failed(ChannelCheckKind.CustomerGroups, AdviceOf(refused.Code)),
        _ => Unknown(ChannelCheckKind.CustomerGroups, "wecom.check.unanswered"),
    };

    async Task<ChannelCheckItem> CheckCallbackAsync() => await arrivals.LatestAsync() is { } latest
        ? new(
            ChannelCheckKind.Callback,
            ChannelCheckState.Passed,
            Texts.Format("wecom.check.callback", ("at", brandTime.Format(latest))))
        : Unknown(ChannelCheckKind.Callback, "wecom.check.callback.none");

    async Task<ChannelCheckItem> CheckBindingAsync()
    {
        var page = await known.PageAsync(MaxChats, continuation: null);
        var unbound = page.Items.Count(chat => chat is { GroupId: null, DismissedAt: null });
        return unbound == 0
            ? Passed(ChannelCheckKind.Binding, "wecom.check.binding")
            : Failed(
                ChannelCheckKind.Binding,
                Texts.Format("wecom.check.binding.open", ("count", unbound.ToString(CultureInfo.InvariantCulture))));
    }

    static string AdviceOf(int errcode) =>
        WeComErrorRules.AdviceOf(errcode, Texts)
        ?? Texts.Format("wecom.check.refused", ("code", errcode.ToString(CultureInfo.InvariantCulture)));

    static ChannelCheckItem Passed(ChannelCheckKind check, string text) =>
        new(check, ChannelCheckState.Passed, Texts.Template(text));

    static ChannelCheckItem Failed(ChannelCheckKind check, string message) =>
        new(check, ChannelCheckState.Failed, message);

    static ChannelCheckItem Unknown(ChannelCheckKind check, string text) =>
        new(check, ChannelCheckState.Unknown, Texts.Template(text));
}
