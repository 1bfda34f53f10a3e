using System.Text.Json.Nodes;

namespace FakeWeCom;

/// <summary>The join ways of the app, and the people who enter by them.</summary>
public sealed class FakeJoinWays(FakeGroups groups)
{
    const int MaxChats = 5;
    const int MaxState = 30;
    const int MaxRemark = 30;
    const int MaxBaseName = 40;

    readonly Dictionary<string, FakeJoinWay> ways = new(StringComparer.Ordinal);
    int made;

    public IReadOnlyCollection<FakeJoinWay> All => ways.Values;

    /// <summary>How many were ever made.</summary>
    public int Made => made;

    /// <summary>A person scans; the id of the group that takes the person, null when none does.</summary>
    public string? Scan(string configId, string userId, string name)
    {
        if (!ways.TryGetValue(configId, out var way)) return null;
        if (way.ChatIds.FirstOrDefault(id => groups.Join(id, userId, name, scene: 3, way.State)) is { } entered)
            return entered;
        if (!way.CreatesGroups) return null;
        lock (groups.Sync)
        {
            var first = groups.Find(way.ChatIds[0])!;
            var chat = groups.Make(first.Owner, way.Body["room_base_name"]?.GetValue<string>() ?? first.Name);
            groups.Join(chat.Id, userId, name, scene: 3, way.State);
            return chat.Id;
        }
    }

    internal JsonObject Add(FakeRequest request)
    {
        var id = $"fakeway{++made:d8}";
        ways[id] = new FakeJoinWay(id, Check(request.Body));
        return new JsonObject { ["config_id"] = id };
    }

    internal JsonObject Get(FakeRequest request) => new() { ["join_way"] = Find(request).ToJson() };

    internal JsonObject Update(FakeRequest request)
    {
        var way = Find(request);
        ways[way.ConfigId] = way with { Body = Check(request.Body) };
        return [];
    }

    internal JsonObject Delete(FakeRequest request)
    {
        ways.Remove(Find(request).ConfigId);
        return [];
    }

    FakeJoinWay Find(FakeRequest request) =>
        ways.GetValueOrDefault(request.Text("config_id") ?? "") ?? throw new FakeErrorException(FakeErrors.Invalid);

    JsonObject Check(JsonObject body)
    {
        var chats = body["chat_id_list"] as JsonArray ?? [];
        if (chats.Count is 0 or > MaxChats
            || body["scene"]?.GetValue<int>() is not (1 or 2)
            || LengthOf(body, "state") > MaxState
            || LengthOf(body, "remark") > MaxRemark
            || LengthOf(body, "room_base_name") > MaxBaseName)
            throw new FakeErrorException(FakeErrors.Invalid);
        if (chats.Any(id => groups.Find(id!.GetValue<string>()) is null))
            throw new FakeErrorException(FakeErrors.NoChat);
        var kept = body.DeepClone().AsObject();
        kept.Remove("config_id");
        return kept;
    }

    static int LengthOf(JsonObject body, string name) => body[name]?.GetValue<string>().Length ?? 0;
}
