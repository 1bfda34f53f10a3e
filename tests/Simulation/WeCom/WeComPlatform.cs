using System.Text;
using FakeWeCom;
using FunctionsApp.Tests.Messaging.WeCom;
using Simulation.Instances;
using Simulation.Runs;
using Simulation.Senders;

namespace Simulation.WeCom;

/// <summary>
/// WeCom in a run. It continues when an app instance is killed, and it loses, repeats and reorders callbacks.
/// </summary>
sealed class WeComPlatform
{
    const string Owner = "owner-1";

    const double LostCallbacks = 0.25;
    const double RepeatedCallbacks = 0.2;

    readonly World world;
    readonly Dictionary<string, FakeChat> chats = new(StringComparer.Ordinal);

    public WeComPlatform(World world)
    {
        this.world = world;
        Server = new FakeWeComServer(WeComHost.NewCorp(), world.Clock.ForInstance(() => true), world.Plan.Seed);
        (Server.Callbacks.Lost, Server.Callbacks.Repeated) = (LostCallbacks, RepeatedCallbacks);
        Server.Callbacks.AreReordered = true;
        Server.Callbacks.Receiver = ReceiveAsync;
    }

    /// <summary>The settings of an app on this platform, which has no robots.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Settings { get; } =
        [.. WeComHost.Settings().Where(setting => !setting.Key.StartsWith("WeCom:Robots:", StringComparison.Ordinal))];

    public FakeWeComServer Server { get; }

    /// <summary>The chats by the ids of the groups that are bound to them.</summary>
    public IReadOnlyDictionary<string, FakeChat> Chats => chats;

    /// <summary>Makes a chat and binds the group to it, before faults begin.</summary>
    public async Task AddChatAsync(string groupId)
    {
        var chat = Server.Groups.Create(Owner, groupId);
        chats.Add(groupId, chat);
        await world.SetUpAsync(Sender.Create(
            "POST", $"/api/groups/{groupId}/bind", new { channelGroupId = chat.Id, by = "小王" }));
    }

    /// <summary>The customers in the chat of the group.</summary>
    public IEnumerable<string> MembersOf(string groupId) =>
        chats[groupId].Members.Where(member => member.Type == 2).Select(member => member.UserId);

    public void Join(string groupId, string member) => Server.Groups.Join(chats[groupId].Id, member, "小林");

    public void Leave(string groupId, string member) => Server.Groups.Leave(chats[groupId].Id, member);

    /// <summary>Changes the card name of a member; one who is not there has none.</summary>
    public void Rename(string groupId, string member, string name)
    {
        if (MembersOf(groupId).Contains(member)) Server.Groups.RenameMember(chats[groupId].Id, member, name);
    }

    public Task DeliverCallbacksAsync() => Server.Callbacks.DeliverAsync();

    async Task<bool> ReceiveAsync(FakeCallback callback)
    {
        var request = new ApiRequest(
            "POST", $"/webhooks/wecom?{callback.Query}", Encoding.UTF8.GetBytes(callback.Body!));
        return await world.Sender.TryAsync("a callback of the platform", request) is { Status: 200 };
    }
}
