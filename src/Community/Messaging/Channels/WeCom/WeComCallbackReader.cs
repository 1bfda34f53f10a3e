using System.Collections.Frozen;
using System.Globalization;

namespace Community.Messaging.Channels.WeCom;

/// <summary>Reads callbacks from the platform's XML.</summary>
public static class WeComCallbackReader
{
    const int MaxIdLength = 64;

    // The instants that DateTimeOffset holds end with the year 9999.
    const long MaxSeconds = 253_402_300_799;

    static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            "CreateTime", "MsgType", "Event", "ChatId", "ChangeType", "UpdateDetail", "JoinScene", "QuitScene",
            "MemChangeCnt", "MemChangeList", "LastMemVer", "CurMemVer",
        ]);

    /// <summary>
    /// The callback in decrypted XML. Null for malformed XML, and for a change of a customer group whose fields are
    /// malformed.
    /// </summary>
    public static WeComCallback? Read(string xml)
    {
        if (WeComXml.Read(xml, Names) is not { } fields) return null;
        if (!TryGetNumber(fields, "CreateTime", MaxSeconds, out var seconds) || seconds is null) return null;
        var createdAt = DateTimeOffset.FromUnixTimeSeconds(seconds.Value);
        if (TextOf(fields, "MsgType") != "event" || TextOf(fields, "Event") != "change_external_chat")
            return new WeComCallback.Other(createdAt, ChatId: null);
        return TextOf(fields, "ChatId") is { } chatId && IsId(chatId) ? ReadChange(fields, createdAt, chatId) : null;
    }

    static WeComCallback? ReadChange(
        IReadOnlyDictionary<string, IReadOnlyList<string>> fields, DateTimeOffset createdAt, string chatId) =>
        (TextOf(fields, "ChangeType"), TextOf(fields, "UpdateDetail")) switch
        {
            ("create", _) => new WeComCallback.GroupCreated(createdAt, chatId),
            ("dismiss", _) => new WeComCallback.GroupDismissed(createdAt, chatId),
            ("update", "add_member" or "del_member" or "change_owner") =>
                ReadVersioned(fields, createdAt, chatId),
            ("update", "change_name") => new WeComCallback.NameChanged(createdAt, chatId),
            ("update", "change_notice") => new WeComCallback.NoticeChanged(createdAt, chatId),
            _ => new WeComCallback.Other(createdAt, chatId),
        };

    static WeComCallback? ReadVersioned(
        IReadOnlyDictionary<string, IReadOnlyList<string>> fields, DateTimeOffset createdAt, string chatId)
    {
        IReadOnlyList<string> members = fields.GetValueOrDefault("MemChangeList") ?? [];
        if (!TryGetNumber(fields, "JoinScene", int.MaxValue, out var joinScene)
            || !TryGetNumber(fields, "QuitScene", int.MaxValue, out var quitScene)
            || !TryGetNumber(fields, "MemChangeCnt", int.MaxValue, out var count)
            || !TryGetVersions(fields, out var versions)
            || !members.All(IsId))
            return null;
        return TextOf(fields, "UpdateDetail") switch
        {
            "add_member" =>
                new WeComCallback.MembersAdded(createdAt, chatId, (int?)joinScene, (int?)count, members, versions),
            "del_member" =>
                new WeComCallback.MembersRemoved(createdAt, chatId, (int?)quitScene, (int?)count, members, versions),
            _ => new WeComCallback.OwnerChanged(createdAt, chatId, versions),
        };
    }

    // One version without the other means nothing, as none does.
    static bool TryGetVersions(
        IReadOnlyDictionary<string, IReadOnlyList<string>> fields, out WeComVersions? versions)
    {
        var (last, current) = (TextOf(fields, "LastMemVer"), TextOf(fields, "CurMemVer"));
        versions = last is null || current is null ? null : new WeComVersions(last, current);
        return versions is null || (IsId(versions.Last) && IsId(versions.Current));
    }

    static bool TryGetNumber(
        IReadOnlyDictionary<string, IReadOnlyList<string>> fields, string name, long max, out long? number)
    {
        number = null;
        if (TextOf(fields, name) is not { } text) return true;
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)) return false;
        number = value;
        return value <= max;
    }

    static string? TextOf(IReadOnlyDictionary<string, IReadOnlyList<string>> fields, string name) =>
        fields.GetValueOrDefault(name) is [var text] ? text.Trim() : null;

    // The characters of the platform's user ids; ids of chats, contacts and versions have fewer.
    static bool IsId(string text) =>
        text.Length is > 0 and <= MaxIdLength
        && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '@' or '.');
}
