using Community.Groups;
using Community.Lifecycle.Onboarding;
using Community.Messaging.Deliveries;
using Community.Platform.Texts;
using Community.Tests.Groups;

namespace Community.Tests.Lifecycle.Onboarding;

public class WelcomeTemplateTests
{
    [Fact]
    public void Welcome_of_a_short_charter_has_all_lines_of_a_greeting()
    {
        var text = WelcomeTemplate.Compose(SampleGroup.OpenGroup(200), Phrasebook.Chinese);

        Assert.Equal(3, text.Split("\n\n").Length);
        Assert.Contains($"欢迎 {WelcomeTemplate.Nickname} 加入", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Welcome_of_a_flash_group_is_one_line() => Assert.DoesNotContain(
        "\n\n",
        WelcomeTemplate.Compose(SampleGroup.OpenGroup(200) with { Kind = GroupKind.Flash }, Phrasebook.Chinese),
        StringComparison.Ordinal);

    [Fact]
    public void Rules_that_do_not_fit_are_left_out_and_the_request_of_an_introduction_stays()
    {
        var group = SampleGroup.OpenGroup(200);
        var charter = group.Charter with
        {
            Benefits = [.. Enumerable.Repeat(new string('惠', 60), 9)],
            Rules = [.. Enumerable.Repeat(new string('规', 60), 10)],
        };

        var text = WelcomeTemplate.Compose(group with { Charter = charter }, Phrasebook.Chinese);

        Assert.True(TextLimit.Fits(text, TextLimit.WelcomeBytes));
        Assert.DoesNotContain("规", text, StringComparison.Ordinal);
        Assert.Contains("我是____", text, StringComparison.Ordinal);
    }
}
