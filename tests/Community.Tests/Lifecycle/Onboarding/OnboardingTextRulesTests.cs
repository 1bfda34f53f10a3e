using Community.Groups;
using Community.Groups.Members;
using Community.Lifecycle.Onboarding;
using Community.Messaging.Deliveries;
using Community.Platform;
using Community.Platform.Texts;
using Community.Tests.Groups;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Lifecycle.Onboarding;

public class OnboardingTextRulesTests
{
    static readonly Gen<Charter> Charters =
        from character in Gen.Elements("a", "群", "🍵")
        from service in Gen.Choose(1, 100)
        from benefits in Gen.Choose(1, 40).ListOf()
        from rules in Gen.Choose(1, 60).ListOf()
        select new Charter(
            "audience",
            Repeat(character, service),
            [.. benefits.Take(10).Select(length => Repeat(character, length))],
            [.. rules.Take(20).Select(length => Repeat(character, length))],
            EndsAt: null,
            "ending");

    static readonly Gen<string> Names =
        from character in Gen.Elements("a", "群", "🍵")
        from length in Gen.Choose(1, 32)
        select Repeat(character, length);

    [Theory]
    [Seeds(1, 20261126)]
    public void Lines_of_an_accepted_charter_fit_for_any_member(ulong seed) => Property.Check(
        seed, Charters.Zip(Names), input =>
        {
            var group = SampleGroup.OpenGroup(200) with { Charter = input.Item1 };
            if (OnboardingTextRules.Check(group, Phrasebook.Chinese) is not null) return;
            var member = new Member(group.Id, "m1", input.Item2, JoinedAt: group.CreatedAt);
            foreach (var line in new[] { OnboardingLine.Welcome, OnboardingLine.Rules, OnboardingLine.Introduction })
            {
                var text = OnboardingLines.Compose(line, group, member, [], Phrasebook.Chinese)!.Value.Text;
                Assert.True(TextLimit.Fits(text, TextLimit.RobotBytes), text);
            }
        });

    [Theory]
    [InlineData(10, 80, 1, "charter.benefits")]
    [InlineData(1, 80, 20, "charter.rules")]
    [InlineData(5, 40, 5, null)]
    public void Charter_with_a_line_that_is_too_long_is_refused(int benefits, int length, int rules, string? field)
    {
        var charter = new Charter(
            "爱喝茶的人",
            "每周三一款新茶",
            [.. Enumerable.Repeat(Repeat("群", length), benefits)],
            [.. Enumerable.Repeat(Repeat("群", 120), rules)],
            EndsAt: null,
            "活动结束后解散");

        var refusal = OnboardingTextRules.Check(
            SampleGroup.OpenGroup(200) with { Charter = charter }, Phrasebook.Chinese);

        Assert.Equal(field, refusal?.Field);
        if (field is not null) Assert.Equal(RefusalKind.Invalid, refusal!.Kind);
    }

    [Theory]
    [InlineData("{member}，欢迎来到{group}：{benefits}", null, null, null)]
    [InlineData("{member} {link}", null, null, "texts.welcome")]
    [InlineData(null, "{member}，进群先看公告", null, "texts.rules")]
    [InlineData(null, "约定：{rules}", null, null)]
    [InlineData(null, null, "我是{name}", "texts.introduction")]
    public void Own_text_holds_no_gap_that_nothing_fills(
        string? welcome, string? rules, string? introduction, string? field)
    {
        var group = SampleGroup.OpenGroup() with { Texts = new GroupTexts(welcome, rules, introduction, null) };

        Assert.Equal(field, OnboardingTextRules.Check(group, Phrasebook.Chinese)?.Field);
    }

    [Fact]
    public void Own_text_that_is_too_long_is_refused_by_its_own_name()
    {
        var texts = new GroupTexts(Welcome: null, Rules: null, Repeat("群", 700), CardNameReminder: null);

        var refusal = OnboardingTextRules.Check(SampleGroup.OpenGroup() with { Texts = texts }, Phrasebook.Chinese);

        Assert.Equal("texts.introduction", refusal?.Field);
    }

    static string Repeat(string character, int times) => string.Concat(Enumerable.Repeat(character, times));
}
