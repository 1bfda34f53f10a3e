using System.Text.Json.Nodes;

namespace FakeWeCom;

/// <summary>A join way as an app configured it.</summary>
public sealed record FakeJoinWay(string ConfigId, JsonObject Body)
{
    public IReadOnlyList<string> ChatIds => [.. Body["chat_id_list"]!.AsArray().Select(id => id!.GetValue<string>())];

    public string? State => Body["state"]?.GetValue<string>();

    // The platform makes groups unless it is told not to.
    public bool CreatesGroups => Body["auto_create_room"]?.GetValue<int>() != 0;

    public JsonObject ToJson()
    {
        var json = Body.DeepClone().AsObject();
        json["config_id"] = ConfigId;
        json["qr_code"] = $"https://p.qlogo.cn/fake/{ConfigId}";
        return json;
    }
}
