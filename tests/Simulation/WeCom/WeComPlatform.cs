using System.Text;
using Community.Messaging.Channels;
using Community.Messaging.Channels.WeCom;
using FakeWeCom;
using FunctionsApp.Tests.Messaging.WeCom;
using Simulation.Channel;
using Simulation.Instances;
using Simulation.Runs;
using Simulation.Senders;

namespace Simulation.WeCom;

/// <summary>
/// WeCom in a run. It continues when an app instance is killed, and it loses, repeats and reorders callbacks.
/// </summary>
sealed class WeComPlatform : IPlatform
{
    /// <summary>The owner of the chats with pushes.</summary>
    public const string PushOwner = "owner-of-pushes";

    const string Name = "小林";
    const double LostCallbacks = 0.25;
    const double RepeatedCallbacks = 0.2;

    readonly World world;
    readonly Dictionary<string, FakeChat> chats = new(StringComparer.Ordinal);
    readonly List<ChatEntry> entries = [];

    public WeComPlatform(World world)
    {
        this.world = world;
        var corp = WeComHost.NewCorp();
        corp.VisibleStaff.Add(PushOwner);
        corp.SendLimit = world.Plan.Setting.GroupSendLimit switch
        {
            GroupSendLimit.Monthly => FakeSendLimit.DaysOfMonth,
            GroupSendLimit.Weekly => FakeSendLimit.SevenAWeek,
            _ => FakeSendLimit.OneADay,
        };
        Server = new FakeWeComServer(corp, world.Clock.ForInstance(() => true), world.Plan.Seed);
        (Server.Callbacks.Lost, Server.Callbacks.Repeated) = (LostCallbacks, RepeatedCallbacks);
        Server.Callbacks.AreReordered = true;
        Server.Callbacks.Receiver = ReceiveAsync;
        GroupSends = new GroupSendRegistry(Server.GroupSends, world);
        Posts = new ChatPosts(world, this);
    }

    /// <summary>The owners of the other chats, who have them in turns.</summary>
    public static IReadOnlyList<string> Owners { get; } = ["owner-1", "owner-2"];

    public FakeWeComServer Server { get; }

    public GroupSendRegistry GroupSends { get; }

    /// <summary>What persons post in the chats.</summary>
    public ChatPosts Posts { get; }

    /// <summary>The chats by the ids of the groups that are bound to them.</summary>
    public IReadOnlyDictionary<string, FakeChat> Chats => chats;

    /// <summary>How often the app heard the answer to the making of a join way.</summary>
    public int HeardJoinWays { get; set; }

    /// <summary>The people who came into chats, in the order in which they did.</summary>
    public IReadOnlyList<ChatEntry> Entries => entries;

    public IReadOnlyList<PerformedAction> PerformedActions =>
    [
        .. GroupSends.All
            .SelectMany(send => Chats.Where(chat => send.StatusOf(chat.Value.Id) == 1).Select(chat =>
                new PerformedAction(
                    ChannelAction.SendToGroup, GroupSends.KeyOf(send), chat.Key, send.Text, send.SentAt!.Value)))
            .Concat(Posts.All)
            .OrderBy(action => action.At),
    ];

    /// <summary>The settings of an app on this platform, which has no robots.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Settings() => WeComHost.Settings()
        .Where(setting => !setting.Key.StartsWith("WeCom:Robots:", StringComparison.Ordinal))
        .Append(new("WeCom:GroupSendLimit", $"{world.Plan.Setting.GroupSendLimit}"));

    /// <summary>Makes a chat and binds the group to it, before faults begin.</summary>
    public async Task AddChatAsync(string groupId, string? owner = null)
    {
        EnsureChat(groupId, owner);
        await world.SetUpAsync(Binding(groupId));
    }

    /// <summary>A person makes the chat of a group in the client, unless there is one.</summary>
    public void EnsureChat(string groupId, string? owner = null)
    {
        if (!chats.ContainsKey(groupId))
            chats.Add(groupId, Server.Groups.Create(owner ?? Owners[chats.Count % Owners.Count], groupId));
    }

    /// <summary>A person dissolves the chat of the group in the client, if there is one.</summary>
    public void Dismiss(string groupId)
    {
        if (chats.TryGetValue(groupId, out var chat) && !chat.IsDismissed) Server.Groups.Dismiss(chat.Id);
    }

    /// <summary>The customers in the chat of the group; none before it is made and after its end.</summary>
    public IEnumerable<string> MembersOf(string groupId) =>
        chats.TryGetValue(groupId, out var chat) && !chat.IsDismissed
            ? chat.Members.Where(member => member.Type == 2).Select(member => member.UserId)
            : [];

    /// <summary>A person joins, unless there is no chat or the person is there.</summary>
    public void Join(string groupId, string member)
    {
        if (!chats.TryGetValue(groupId, out var chat) || MembersOf(groupId).Contains(member)) return;
        if (Server.Groups.Join(chat.Id, member, Name)) entries.Add(new(groupId, member, Code: null, world.Clock.Now));
    }

    /// <summary>A person scans the QR code of a join way, which leads to the chat that it names.</summary>
    public void Scan(string groupId, string member, string qrCode)
    {
        var way = Server.JoinWays.All
            .FirstOrDefault(way => qrCode.EndsWith($"/{way.ConfigId}", StringComparison.Ordinal));
        if (way is null || MembersOf(groupId).Contains(member)) return;
        if (Server.JoinWays.Scan(way.ConfigId, member, Name) is { } chatId)
            entries.Add(new(chats.First(chat => chat.Value.Id == chatId).Key, member, way.State, world.Clock.Now));
    }

    public void Leave(string groupId, string member)
    {
        if (!MembersOf(groupId).Contains(member)) return;
        Server.Groups.Leave(chats[groupId].Id, member);
        entries.Last(entry => entry.GroupId == groupId && entry.MemberId == member).LeftAt = world.Clock.Now;
    }

    /// <summary>Changes the card name of a member; one who is not there has none.</summary>
    public void Rename(string groupId, string member, string name)
    {
        if (MembersOf(groupId).Contains(member)) Server.Groups.RenameMember(chats[groupId].Id, member, name);
    }

    /// <summary>The request that binds the group to its chat.</summary>
    public ApiRequest Binding(string groupId) => Sender.Create(
        "POST", $"/api/groups/{groupId}/bind", new { channelGroupId = chats[groupId].Id, by = "小王" });

    public Task DeliverCallbacksAsync() => Server.Callbacks.DeliverAsync();

    async Task<bool> ReceiveAsync(FakeCallback callback)
    {
        var request = new ApiRequest(
            "POST", $"/webhooks/wecom?{callback.Query}", Encoding.UTF8.GetBytes(callback.Body!));
        return await world.Sender.TryAsync("a callback of the platform", request) is { Status: 200 };
    }
}
