using System.Text.Json.Nodes;

namespace FakeWeCom;

/// <summary>A customer group.</summary>
public sealed class FakeChat(string id, string owner, string name, DateTimeOffset createdAt)
{
    public const int MaxMembers = 500;

    const ulong Spread = 0x9E3779B97F4A7C15;

    readonly List<(DateTimeOffset At, JsonObject? Details)> history = [];
    int version;

    public string Id => id;

    public string Owner { get; set; } = owner;

    public string Name { get; set; } = name;

    public string Notice { get; set; } = "";

    public DateTimeOffset CreatedAt => createdAt;

    public bool IsDismissed { get; set; }

    public IList<FakeMember> Members { get; } = [];

    /// <summary>Messages of the group, which only statistics tell.</summary>
    public int Messages { get; set; }

    /// <summary>The version of the member list, which is no number for the reader.</summary>
    public string MemberVersion => VersionText(version);

    /// <summary>The versions before and after the next change of the members.</summary>
    public (string Last, string Current) NextVersion()
    {
        version++;
        return (VersionText(version - 1), VersionText(version));
    }

    /// <summary>Keeps what the group is from this instant on.</summary>
    public void Record(DateTimeOffset at) => history.Add((at, IsDismissed ? null : Details()));

    /// <summary>What the group was at an instant; null before it was made and after its end.</summary>
    public JsonObject? DetailsAt(DateTimeOffset at) =>
        history.LastOrDefault(entry => entry.At <= at).Details?.DeepClone().AsObject();

    // The platform's versions are digests; the multiplication keeps neighbours from looking alike.
    string VersionText(int number) =>
        $"{id.Aggregate(17u, (hash, c) => unchecked((hash * 31) + c)):x8}{unchecked((ulong)number * Spread):x16}";

    JsonObject Details() => new()
    {
        ["chat_id"] = id,
        ["name"] = Name,
        ["owner"] = Owner,
        ["create_time"] = createdAt.ToUnixTimeSeconds(),
        ["notice"] = Notice,
        ["member_list"] = new JsonArray([.. Members.Select(member => (JsonNode)member.ToJson())]),
        ["admin_list"] = new JsonArray(),
        ["member_version"] = MemberVersion,
    };
}

/// <summary>
/// A member: <paramref name="Type"/> is 1 for staff and 2 for an external contact, <paramref name="Scene"/> 1 for
/// invited, 2 for a link, 3 for a scan.
/// </summary>
public sealed record FakeMember(string UserId, string Name, int Type, int Scene, DateTimeOffset JoinedAt)
{
    public string? State { get; init; }

    public string? Invitor { get; init; }

    public string? UnionId { get; init; }

    public string Nickname { get; init; } = "";

    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["userid"] = UserId,
            ["type"] = Type,
            ["join_time"] = JoinedAt.ToUnixTimeSeconds(),
            ["join_scene"] = Scene,
            ["group_nickname"] = Nickname,
            ["name"] = Name,
        };
        if (State is not null) json["state"] = State;
        if (UnionId is not null) json["unionid"] = UnionId;
        if (Invitor is not null) json["invitor"] = new JsonObject { ["userid"] = Invitor };
        return json;
    }
}
