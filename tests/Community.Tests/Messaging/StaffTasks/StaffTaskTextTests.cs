using Community.Messaging.StaffTasks;
using Community.Platform.Texts;

namespace Community.Tests.Messaging.StaffTasks;

public class StaffTaskTextTests
{
    [Fact]
    public void There_is_a_text_for_each_kind_of_task() =>
        Assert.All(Enum.GetValues<StaffTaskKind>(), kind => Assert.Contains($"task.{kind}", Phrasebook.Chinese.Names));
}
