using Community.Messaging.Channels.WeCom;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Messaging.Channels.WeCom;

public sealed class JoinWayRulesTests
{
    const string Code = "7hk2m9qx4t";
    const string Name = "夏日手冲";

    static readonly DateTimeOffset Noon = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);
    static readonly CodeJoinWay New = new(Code, "summer");
    static readonly CodeJoinWay Complete = New with
    {
        ConfigId = "way-1",
        ChatIds = ["wr1"],
        QrCode = "https://p.qlogo.cn/1",
    };

    static readonly Gen<JoinWayChat> Chats =
        from number in Gen.Choose(1, 9)
        from entry in Gen.Elements(ChatEntry.Open, ChatEntry.Open, ChatEntry.Full, ChatEntry.Over)
        select new JoinWayChat($"wr{number}", entry);

    [Theory]
    [Seeds(1, 20261127)]
    public void Join_way_leads_to_at_most_five_open_chats_from_the_live_one_on(ulong seed) =>
        Property.CheckSequences(seed, Chats, chats =>
        {
            var open = chats.Where(chat => chat.Entry is ChatEntry.Open).Select(chat => chat.ChatId).Distinct().Take(5);

            foreach (var way in (CodeJoinWay[])[New, Complete])
            {
                var target = JoinWayRules.Decide(way, Name, chats) switch
                {
                    JoinWayStep.Make make => make.Target,
                    JoinWayStep.Update update => update.Target,
                    _ => null,
                };
                if (target is null) continue;
                Assert.Equal(open, target.ChatIdList);
                Assert.NotEmpty(target.ChatIdList);
                Assert.Equal(Code, target.State);
            }
        });

    [Theory]
    [Seeds(2, 20261127)]
    public void Join_way_that_followed_its_step_is_left(ulong seed) =>
        Property.CheckSequences(seed, Chats, chats =>
        {
            foreach (var way in (CodeJoinWay[])[New, Complete])
            {
                var after = JoinWayRules.Decide(way, Name, chats) switch
                {
                    JoinWayStep.Make make => Shown(JoinWayRules.Evolve(
                        way, new JoinWayEvent.Made("way-2", make.Target.ChatIdList))),
                    JoinWayStep.Update update =>
                        JoinWayRules.Evolve(way, new JoinWayEvent.Led(update.Target.ChatIdList)),
                    _ => null,
                };
                if (after is not null) Assert.IsType<JoinWayStep.Leave>(JoinWayRules.Decide(after, Name, chats));
            }
        });

    [Theory]
    [Seeds(3, 20261127)]
    public void Join_way_is_removed_exactly_when_no_chat_takes_people_again(ulong seed) =>
        Property.CheckSequences(seed, Chats, chats =>
        {
            var isOver = chats.All(chat => chat.Entry is ChatEntry.Over);

            Assert.Equal(
                isOver, JoinWayRules.Decide(Complete, Name, chats) is JoinWayStep.Delete { ConfigId: "way-1" });
            Assert.Equal(isOver, JoinWayRules.Decide(New, Name, chats) is JoinWayStep.Forget);
        });

    [Fact]
    public void Full_chats_leave_the_join_way_as_it_is() =>
        Assert.IsType<JoinWayStep.Leave>(JoinWayRules.Decide(Complete, Name, [new("wr1", ChatEntry.Full)]));

    [Fact]
    public void Image_that_was_not_told_is_asked_for() => Assert.IsType<JoinWayStep.Show>(
        JoinWayRules.Decide(Complete with { QrCode = null }, Name, [new("wr1", ChatEntry.Open)]));

    [Theory]
    [Seeds(4, 20261127)]
    public void Remark_keeps_the_beginning_of_the_name_within_its_limit(ulong seed) =>
        Property.CheckSequences(seed, Gen.Elements("a", "茶", "🍵"), parts =>
        {
            var name = string.Concat(parts);

            var step = Assert.IsType<JoinWayStep.Make>(JoinWayRules.Decide(New, name, [new("wr1", ChatEntry.Open)]));

            Assert.InRange(step.Target.Remark.Length, Math.Min(name.Length, 29), 30);
            Assert.StartsWith(step.Target.Remark, name, StringComparison.Ordinal);
            Assert.False(step.Target.Remark.Length > 0 && char.IsHighSurrogate(step.Target.Remark[^1]));
        });

    [Fact]
    public void Code_that_would_be_shortened_is_no_state() => Assert.Throws<ArgumentOutOfRangeException>(
        () => JoinWayRules.Decide(
            New with { Code = new string('7', 31) }, Name, [new("wr1", ChatEntry.Open)]));

    [Fact]
    public void Second_worker_waits_for_the_lease_of_the_first()
    {
        var step = new JoinWayStep.Make(new(["wr1"], Code, Name));
        var taken = JoinWayRules.Evolve(New, JoinWayRules.Take(New, "first", step, Noon)!);

        Assert.Null(JoinWayRules.Take(taken, "second", step, Noon.AddMinutes(1)));
        Assert.NotNull(JoinWayRules.Take(taken, "first", step, Noon.AddMinutes(1)));
        var later = JoinWayRules.Evolve(taken, JoinWayRules.Take(taken, "second", step, Noon.AddMinutes(2))!);
        Assert.Equal(("second", 1), (later.Holder, later.LostAnswers));
    }

    [Fact]
    public void Code_whose_answers_are_lost_again_and_again_gets_no_join_way()
    {
        var way = New;
        for (var lost = 0; lost < JoinWayRules.MaxLostAnswers; lost++)
        {
            Assert.IsType<JoinWayStep.Make>(JoinWayRules.Decide(way, Name, [new("wr1", ChatEntry.Open)]));
            way = JoinWayRules.Evolve(way, new JoinWayEvent.AnswerLost(Noon));
        }

        Assert.IsType<JoinWayStep.Leave>(JoinWayRules.Decide(way, Name, [new("wr1", ChatEntry.Open)]));
        Assert.Null(JoinWayRules.Ask(way, Noon.AddDays(1)));
    }

    [Fact]
    public void Visitors_ask_for_work_once_a_minute_and_not_soon_after_a_failure()
    {
        var asked = JoinWayRules.Evolve(New, JoinWayRules.Ask(New, Noon)!);
        Assert.Null(JoinWayRules.Ask(asked, Noon.AddSeconds(59)));
        Assert.NotNull(JoinWayRules.Ask(asked, Noon.AddMinutes(1)));

        var failed = JoinWayRules.Evolve(asked, new JoinWayEvent.Postponed(Noon.AddMinutes(10)));
        Assert.Null(JoinWayRules.Ask(failed, Noon.AddMinutes(9)));
        Assert.NotNull(JoinWayRules.Ask(failed, Noon.AddMinutes(10)));
    }

    [Fact]
    public void Image_is_expected_for_15_seconds_after_a_visit_unless_it_failed()
    {
        Assert.False(JoinWayRules.IsExpected(New, Noon));
        var asked = JoinWayRules.Evolve(New, JoinWayRules.Ask(New, Noon)!);
        Assert.True(JoinWayRules.IsExpected(asked, Noon));
        Assert.False(JoinWayRules.IsExpected(asked, Noon.AddSeconds(15)));

        var taken = JoinWayRules.Evolve(asked, new JoinWayEvent.Taken("one", Noon.AddMinutes(2), IsMaking: true));
        Assert.True(JoinWayRules.IsExpected(taken, Noon.AddSeconds(14)));
        JoinWayEvent[] ends =
        [
            new JoinWayEvent.Postponed(Noon.AddMinutes(10)),
            new JoinWayEvent.AnswerLost(Noon.AddMinutes(10)),
            new JoinWayEvent.Shown("https://p.qlogo.cn/1"),
        ];
        Assert.All(ends, end =>
            Assert.False(JoinWayRules.IsExpected(JoinWayRules.Evolve(taken, end), Noon.AddSeconds(1))));
    }

    [Fact]
    public void Image_is_for_the_chats_to_which_it_leads()
    {
        Assert.Equal(Complete.QrCode, JoinWayRules.QrCodeFor(Complete, "wr1"));
        Assert.Null(JoinWayRules.QrCodeFor(Complete, "wr2"));
    }

    static CodeJoinWay Shown(CodeJoinWay way) =>
        JoinWayRules.Evolve(way, new JoinWayEvent.Shown("https://p.qlogo.cn/2"));
}
