using Community.Messaging.Channels;
using FakeWeCom;
using FunctionsApp.Tests.Events.WeCom;

namespace FunctionsApp.Tests.Events.Channels;

/// <summary>WeCom.</summary>
public sealed class WeComPlatform : ContractPlatform
{
    internal const string GroupSendPath = "externalcontact/add_msg_template";

    readonly Dictionary<string, FakeChat> chats = new(StringComparer.Ordinal);
    readonly LiveWeComHost host = new();

    internal override string Name => "WeCom";

    internal override bool ReportsMessages => false;

    internal override AppHost App => host;

    internal FakeWeComServer Server => host.Platform;

    internal override Capability Of(ChannelAction action) => action switch
    {
        ChannelAction.SendToGroup or ChannelAction.SetWelcome => Capability.StaffConfirmed,
        ChannelAction.SendToMember => Capability.Unavailable,
        _ => Capability.Manual,
    };

    internal override async Task<string> GroupAsync()
    {
        var (group, chat) = await host.BoundGroupAsync();
        chats.Add(group, chat);
        return group;
    }

    internal override async Task JoinAsync(string group, string member, string name)
    {
        Assert.True(Server.Groups.Join(chats[group].Id, member, name));
        await host.DeliverAsync();
    }

    internal override Task<IReadOnlyList<string>> MessagesAsync(string group) =>
        Task.FromResult<IReadOnlyList<string>>([.. SendsTo(group).Select(send => send.Text)]);

    internal override void LoseNextAnswer() => Server.Faults.LoseAnswers(GroupSendPath);

    internal override void DropNextMessage() => Server.Faults.CutConnections(GroupSendPath);

    // The app looks every five minutes whether a group send is confirmed.
    internal override async Task ConfirmAsync(string group)
    {
        Server.GroupSends.Confirm(Assert.Single(SendsTo(group)).Id);
        await App.AdvanceAsync(TimeSpan.FromMinutes(6));
    }

    internal override async Task DissolveAsync(string group)
    {
        Server.Groups.Dismiss(chats[group].Id);
        await host.DeliverAsync();
    }

    IEnumerable<FakeGroupSend> SendsTo(string group) =>
        Server.GroupSends.All.Where(send => send.ChatIds.Contains(chats[group].Id));
}
