using Community.Messaging.Channels.WeCom;
using FunctionsApp.Messaging.WeCom.Calls;
using FunctionsApp.Messaging.WeCom.Client;

namespace FunctionsApp.Tests.Messaging.WeCom;

/// <summary>
/// A reader that follows callbacks by the versions of the member list, on a platform that loses, repeats and reorders
/// them, and tells the details of groups late.
/// </summary>
public sealed class LostCallbackTests : IAsyncLifetime
{
    readonly WeComScenario scenario = new();
    readonly WeComCipher cipher = new(WeComKey.Parse(WeComHost.EncodingAesKey), WeComHost.CorpId);
    readonly Dictionary<VersionedEventUse, int> uses = [];
    readonly HashSet<string> members = new(StringComparer.Ordinal);
    MemberVersions versions = MemberVersions.None;

    [Theory]
    [InlineData(1)]
    [InlineData(20_261_126)]
    public async Task Members_are_always_those_of_the_version_that_is_held(int seed)
    {
        var (random, callbacks) = (new Random(seed), scenario.Server.Callbacks);
        (callbacks.Lost, callbacks.Repeated, callbacks.AreReordered) = (0.2, 0.3, true);
        callbacks.Receiver = async callback =>
        {
            await ReadAsync(callback.Body!);
            return true;
        };
        var chat = scenario.Server.Groups.Create("owner-1", "茶友群");
        var history = new Dictionary<string, string[]>(StringComparer.Ordinal);

        for (var step = 0; step < 150; step++)
        {
            scenario.Corp.DetailsDelay = TimeSpan.FromSeconds(random.Next(0, 15));
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                Change(chat.Id, random);
                history[chat.MemberVersion] = [.. chat.Members.Select(member => member.UserId)];
            }

            await callbacks.DeliverAsync();
            await scenario.AdvanceAsync(TimeSpan.FromSeconds(random.Next(0, 40)));
            if (versions.Held is { } held && history.TryGetValue(held, out var expected))
                Assert.Equal(expected.Order(StringComparer.Ordinal), members.Order(StringComparer.Ordinal));
        }

        Assert.True(versions.Held is not null && history.ContainsKey(versions.Held));
        Assert.All(Enum.GetValues<VersionedEventUse>(), use => Assert.True(uses.GetValueOrDefault(use) > 0, $"{use}"));
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => scenario.DisposeAsync();

    void Change(string chatId, Random random)
    {
        var member = $"wm{random.Next(20)}";
        if (random.Next(3) == 0) scenario.Server.Groups.Leave(chatId, member);
        else scenario.Server.Groups.Join(chatId, member, "小林");
    }

    async Task ReadAsync(string body)
    {
        var encrypted = WeComXml.Read(body, new HashSet<string>(StringComparer.Ordinal) { "Encrypt" })!["Encrypt"][0];
        var xml = Assert.IsType<WeComDecryption.Message>(cipher.Decrypt(encrypted)).Text;
        var callback = WeComCallbackReader.Read(xml);
        if (callback!.Identity is not { } identity) return;
        var use = MemberVersionRules.Decide(versions, identity.Versions);
        uses[use] = uses.GetValueOrDefault(use) + 1;
        if (use is VersionedEventUse.Reconcile) await ReconcileAsync(identity.ChatId);
        if (use is not VersionedEventUse.Apply) return;
        versions = versions.MoveTo(identity.Versions.Current);
        if (callback is WeComCallback.MembersAdded added) members.UnionWith(added.MemberIds);
        if (callback is WeComCallback.MembersRemoved removed) members.ExceptWith(removed.MemberIds);
    }

    async Task ReconcileAsync(string chatId)
    {
        var reply = await scenario.RunAsync(scenario.Get<WeComGroupChatClient>().GetAsync(chatId));
        if (reply is not WeComReply<GroupChat>.Success { Value: var chat }) return;
        var read = versions.Read(chat.MemberVersion!);
        if (read == versions) return;
        versions = read;
        members.Clear();
        members.UnionWith(chat.MemberList.Select(member => member.UserId));
    }
}
