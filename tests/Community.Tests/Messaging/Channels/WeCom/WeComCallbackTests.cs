using System.Text.Json;
using Community.Messaging.Channels.WeCom;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Messaging.Channels.WeCom;

public sealed class WeComCallbackTests
{
    const string Chat = "wrOgQhDgAAcwMTB7YmDkbeBsgT_AAAA";

    static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1_764_550_000);

    public static TheoryData<string, WeComCallback> WithoutMembers => new()
    {
        { "<ChangeType>create</ChangeType>", new WeComCallback.GroupCreated(At, Chat) },
        { "<ChangeType><![CDATA[dismiss]]></ChangeType>", new WeComCallback.GroupDismissed(At, Chat) },
        { Update("change_owner"), new WeComCallback.OwnerChanged(At, Chat, null) },
        { Update("change_owner") + Versions, new WeComCallback.OwnerChanged(At, Chat, new("v1", "v2")) },
        { Update("change_name"), new WeComCallback.NameChanged(At, Chat) },
        { Update("change_notice"), new WeComCallback.NoticeChanged(At, Chat) },
        { Update("change_colour"), new WeComCallback.Other(At, Chat) },
        { "<ChangeType>merge</ChangeType>", new WeComCallback.Other(At, Chat) },
    };

    const string Versions = "<LastMemVer>v1</LastMemVer><CurMemVer>v2</CurMemVer>";

    [Theory]
    [MemberData(nameof(WithoutMembers))]
    public void Change_of_a_group_is_read(string fields, WeComCallback expected) =>
        Assert.Equal(expected, WeComCallbackReader.Read(Event(fields)));

    [Fact]
    public void Members_who_came_are_read_with_their_way_in_and_the_versions()
    {
        var read = WeComCallbackReader.Read(Event(
            Update("add_member") + "<JoinScene>3</JoinScene><QuitScene>0</QuitScene><MemChangeCnt>2</MemChangeCnt>"
            + "<MemChangeList><Item>wmA</Item><Item><![CDATA[zhang.san@1]]></Item></MemChangeList>" + Versions));

        var added = Assert.IsType<WeComCallback.MembersAdded>(read);
        Assert.Equal((3, 2, Chat), (added.JoinScene, added.Count, added.ChatId));
        Assert.Equal(["wmA", "zhang.san@1"], added.MemberIds);
        Assert.Equal(new WeComIdentity(Chat, "update", "add_member", new("v1", "v2")), added.Identity);
    }

    [Fact]
    public void Members_who_left_are_read_with_the_way_out()
    {
        var read = WeComCallbackReader.Read(Event(
            Update("del_member") + "<QuitScene>1</QuitScene><MemChangeList><Item>wmA</Item></MemChangeList>"));

        var removed = Assert.IsType<WeComCallback.MembersRemoved>(read);
        Assert.Equal(1, removed.QuitScene);
        Assert.Equal(["wmA"], removed.MemberIds);
        Assert.Null(removed.Identity);
    }

    [Theory]
    [InlineData("<MsgType>text</MsgType><Content>你好</Content>")]
    [InlineData("<MsgType>event</MsgType><Event>enter_agent</Event>")]
    [InlineData("<MsgType>event</MsgType><Event>sys_change</Event><Info><A><B>1</B></A><A><B>2</B></A></Info>")]
    public void Message_of_another_kind_is_no_failure(string fields) =>
        Assert.Equal(new WeComCallback.Other(At, null), WeComCallbackReader.Read(Xml(fields)));

    [Theory]
    [InlineData("")]
    [InlineData("text")]
    [InlineData("<xml>")]
    [InlineData("<html><CreateTime>1</CreateTime></html>")]
    [InlineData("<xml><MsgType>event</MsgType></xml>")]
    [InlineData("<xml><CreateTime>-1</CreateTime></xml>")]
    [InlineData("<xml><CreateTime>253402300800</CreateTime></xml>")]
    [InlineData("<xml><CreateTime>99999999999999999999</CreateTime></xml>")]
    [InlineData("<xml><CreateTime>1</CreateTime><CreateTime>2</CreateTime></xml>")]
    [InlineData("<!DOCTYPE xml [<!ENTITY a \"b\">]><xml><CreateTime>1</CreateTime></xml>")]
    [InlineData("<!DOCTYPE xml SYSTEM \"http://127.0.0.1/x\"><xml><CreateTime>1</CreateTime></xml>")]
    public void Text_of_another_shape_is_refused(string xml) => Assert.Null(WeComCallbackReader.Read(xml));

    [Theory]
    [InlineData("<ChatId></ChatId>")]
    [InlineData("<ChatId>a b</ChatId>")]
    [InlineData("<ChatId>群</ChatId>")]
    public void Change_of_a_group_without_a_usable_id_is_refused(string chat) => Assert.Null(WeComCallbackReader.Read(
        Xml($"<MsgType>event</MsgType><Event>change_external_chat</Event>{chat}<ChangeType>create</ChangeType>")));

    [Fact]
    public void Document_that_is_too_deep_or_too_long_is_refused()
    {
        var nested = string.Concat(Enumerable.Repeat("<a>", 20)) + string.Concat(Enumerable.Repeat("</a>", 20));

        Assert.Null(WeComCallbackReader.Read(Xml(nested)));
        Assert.Null(WeComCallbackReader.Read(Xml($"<Content>{new string('x', WeComXml.MaxLength)}</Content>")));
    }

    [Theory]
    [Seeds(1, 20261126)]
    public void Events_have_one_identity_only_when_chat_kind_and_versions_are_the_same(ulong seed)
    {
        var events =
            from chat in Gen.Elements("wrA", "wra")
            from detail in Gen.Elements("add_member", "del_member", "change_owner")
            from last in Gen.Elements("v1", "v2")
            from current in Gen.Elements("v2", "v3")
            from time in Gen.Choose(1, 3)
            select (chat, detail, last, current, time);

        Property.Check(seed, events.Two(), pair =>
        {
            var same = pair.Item1 with { time = 0 } == pair.Item2 with { time = 0 };

            Assert.Equal(same, Identity(pair.Item1) == Identity(pair.Item2));
        });

        static WeComIdentity Identity((string Chat, string Detail, string Last, string Current, int Time) happened) =>
            WeComCallbackReader.Read(
                $"<xml><CreateTime>{happened.Time}</CreateTime><MsgType>event</MsgType>"
                + $"<Event>change_external_chat</Event><ChatId>{happened.Chat}</ChatId>{Update(happened.Detail)}"
                + $"<LastMemVer>{happened.Last}</LastMemVer><CurMemVer>{happened.Current}</CurMemVer></xml>")!
                .Identity!;
    }

    [Theory]
    [Seeds(1, 20261126)]
    public void Reading_ends_with_a_callback_or_null_for_any_text(ulong seed)
    {
        var pieces = Gen.Elements(
            "<xml>", "</xml>", "<CreateTime>1</CreateTime>", "<MsgType>event</MsgType>", "<!DOCTYPE x>", "&lt;", "&x;",
            "<Event>change_external_chat</Event>", "<ChatId>wr</ChatId>", "<ChangeType>update</ChangeType>",
            "<UpdateDetail>add_member</UpdateDetail>", "<![CDATA[", "]]>", "<MemChangeList><Item>a</Item>",
            "</MemChangeList>", "\0", "<?xml version=\"1.0\"?>", "<JoinScene>x</JoinScene>", "<a/>", "\ud800");

        Property.CheckSequences(seed, pieces, parts => WeComCallbackReader.Read(string.Concat(parts)));
    }

    [Theory]
    [MemberData(nameof(WithoutMembers))]
    public void Callback_survives_json(string _, WeComCallback callback) =>
        Assert.Equal(callback, JsonSerializer.Deserialize<WeComCallback>(JsonSerializer.Serialize(callback)));

    static string Update(string detail) =>
        $"<ChangeType><![CDATA[update]]></ChangeType><UpdateDetail><![CDATA[{detail}]]></UpdateDetail>";

    static string Event(string fields) => Xml(
        "<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[change_external_chat]]></Event>"
        + $"<ChatId><![CDATA[{Chat}]]></ChatId>{fields}");

    static string Xml(string fields) =>
        "<xml><ToUserName><![CDATA[ww1]]></ToUserName><FromUserName><![CDATA[sys]]></FromUserName>"
        + $"<CreateTime>1764550000</CreateTime>{fields}</xml>";
}
