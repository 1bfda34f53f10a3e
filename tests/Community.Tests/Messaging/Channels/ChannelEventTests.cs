using System.Text.Json;
using Community.Messaging.Channels;

namespace Community.Tests.Messaging.Channels;

public class ChannelEventTests
{
    const string At = "2026-11-20T20:00:00+08:00";

    public static TheoryData<string, ChannelEvent> Examples => new()
    {
        {
            $$"""
            {
              "type":"member.joined","timestamp":"{{At}}","groupId":"g","memberId":"m","name":"n","state":"c",
              "invitedBy":"i"
            }
            """,
            new ChannelEvent.MemberJoined(Instants.Evening, "g", "m", "n", "c", "i")
        },
        {
            $$"""{"type":"member.left","timestamp":"{{At}}","groupId":"g","memberId":"m"}""",
            new ChannelEvent.MemberLeft(Instants.Evening, "g", "m")
        },
        {
            $$"""{"type":"member.renamed","timestamp":"{{At}}","groupId":"g","memberId":"m","name":"n"}""",
            new ChannelEvent.MemberRenamed(Instants.Evening, "g", "m", "n")
        },
        {
            $$"""{"type":"message.posted","timestamp":"{{At}}","groupId":"g","memberId":"m","text":"t"}""",
            new ChannelEvent.MessagePosted(Instants.Evening, "g", "m", "t")
        },
        {
            $$"""{"type":"group.dissolved","timestamp":"{{At}}","groupId":"g"}""",
            new ChannelEvent.GroupDissolved(Instants.Evening, "g")
        },
        {
            $$"""{"type":"task.done","timestamp":"{{At}}","taskId":"t","joinUrl":"u"}""",
            new ChannelEvent.TaskDone(Instants.Evening, "t", "u")
        },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void Each_event_is_read_and_written_with_its_type_name(string json, ChannelEvent expected)
    {
        var written = JsonSerializer.Serialize(expected, JsonSerializerOptions.Web);

        Assert.Equal(expected, JsonSerializer.Deserialize<ChannelEvent>(json, JsonSerializerOptions.Web));
        Assert.Equal(expected, JsonSerializer.Deserialize<ChannelEvent>(written, JsonSerializerOptions.Web));
    }

    [Fact]
    public void Every_event_type_has_an_example() => Assert.Equal(
        typeof(ChannelEvent).GetNestedTypes()
            .Where(type => type.IsSubclassOf(typeof(ChannelEvent)))
            .Select(type => type.Name)
            .Order(),
        Examples.Select(row => row.Data.Item2.GetType().Name).Order());
}
