namespace FakeWeCom;

/// <summary>
/// The groups of a corporation. What people do there is told by callbacks; what an app does through the API is not.
/// </summary>
public sealed class FakeGroups(FakeCorp corp, FakeCallbacks callbacks, TimeProvider clock)
{
    readonly Dictionary<string, FakeChat> chats = new(StringComparer.Ordinal);
    int made;

    public Lock Sync { get; } = new();

    public IReadOnlyCollection<FakeChat> All => chats.Values;

    public FakeChat? Find(string chatId) =>
        chats.TryGetValue(chatId, out var chat) && !chat.IsDismissed ? chat : null;

    /// <summary>A person makes a group.</summary>
    public FakeChat Create(string owner, string name)
    {
        lock (Sync)
        {
            var chat = Make(owner, name);
            callbacks.Add(chat.Id, "create");
            return chat;
        }
    }

    /// <summary>
    /// An external contact joins; false when the group is full, or takes no more by scan.
    /// </summary>
    public bool Join(string chatId, string userId, string name, int scene = 1, string? state = null, string? by = null)
    {
        lock (Sync)
        {
            if (Find(chatId) is not { } chat || !HasRoom(chat, scene)) return false;
            if (chat.Members.Any(member => member.UserId == userId)) return true;
            var (last, current) = chat.NextVersion();
            chat.Members.Add(new FakeMember(userId, name, Type: 2, scene, clock.GetUtcNow())
            {
                State = state,
                Invitor = by,
            });
            chat.Record(clock.GetUtcNow());
            // The callback has two scenes only: invited, in either way, and scanned.
            var told = scene == 3 ? 3 : 0;
            AddUpdate(chat, "add_member", $"<JoinScene>{told}</JoinScene>{Change(userId, last, current)}");
            return true;
        }
    }

    /// <summary>A member leaves, or is removed by a person.</summary>
    public void Leave(string chatId, string userId, bool isRemoved = false)
    {
        lock (Sync)
        {
            var chat = Find(chatId)!;
            if (chat.Members.FirstOrDefault(member => member.UserId == userId) is not { } member) return;
            chat.Members.Remove(member);
            var (last, current) = chat.NextVersion();
            chat.Record(clock.GetUtcNow());
            AddUpdate(
                chat, "del_member", $"<QuitScene>{(isRemoved ? 1 : 0)}</QuitScene>{Change(userId, last, current)}");
        }
    }

    /// <summary>A member changes the card name, which no callback tells.</summary>
    public void RenameMember(string chatId, string userId, string nickname)
    {
        lock (Sync)
        {
            var chat = Find(chatId)!;
            var at = chat.Members.ToList().FindIndex(member => member.UserId == userId);
            chat.Members[at] = chat.Members[at] with { Nickname = nickname };
            chat.Record(clock.GetUtcNow());
        }
    }

    public void ChangeOwner(string chatId, string owner) =>
        Update(chatId, chat => chat.Owner = owner, "change_owner");

    public void ChangeName(string chatId, string name) => Update(chatId, chat => chat.Name = name, "change_name");

    public void ChangeNotice(string chatId, string notice) =>
        Update(chatId, chat => chat.Notice = notice, "change_notice");

    public void Dismiss(string chatId)
    {
        lock (Sync)
        {
            var chat = Find(chatId)!;
            chat.IsDismissed = true;
            chat.Record(clock.GetUtcNow());
            callbacks.Add(chatId, "dismiss");
        }
    }

    /// <summary>A group that the platform makes by itself for a join way.</summary>
    internal FakeChat Make(string owner, string name)
    {
        var chat = new FakeChat($"wrFake{++made:d6}AbCd", owner, name, clock.GetUtcNow());
        chat.Members.Add(new FakeMember(owner, owner, Type: 1, Scene: 1, clock.GetUtcNow()));
        chat.Record(clock.GetUtcNow());
        chats.Add(chat.Id, chat);
        return chat;
    }

    internal bool HasRoom(FakeChat chat, int scene) =>
        chat.Members.Count < (scene == 3 ? Math.Min(corp.ScanEntryLimit, FakeChat.MaxMembers) : FakeChat.MaxMembers);

    void Update(string chatId, Action<FakeChat> change, string detail)
    {
        lock (Sync)
        {
            var chat = Find(chatId)!;
            change(chat);
            chat.Record(clock.GetUtcNow());
            AddUpdate(chat, detail, fields: "");
        }
    }

    void AddUpdate(FakeChat chat, string detail, string fields) =>
        callbacks.Add(chat.Id, "update", $"<UpdateDetail><![CDATA[{detail}]]></UpdateDetail>{fields}");

    static string Change(string userId, string last, string current) =>
        $"<MemChangeCnt>1</MemChangeCnt><MemChangeList><Item>{userId}</Item></MemChangeList>"
        + $"<LastMemVer>{last}</LastMemVer><CurMemVer>{current}</CurMemVer>";
}
