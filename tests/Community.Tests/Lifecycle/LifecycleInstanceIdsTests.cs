using Community.Lifecycle;

namespace Community.Tests.Lifecycle;

public class LifecycleInstanceIdsTests
{
    [Fact]
    public void Each_orchestration_has_its_own_ids()
    {
        Assert.Equal("flash-group-1", LifecycleInstanceIds.FlashGroup("1"));
        Assert.Equal("charter-deadline-1", LifecycleInstanceIds.CharterDeadline("1"));
        Assert.Equal("group-end-1", LifecycleInstanceIds.GroupEnd("1"));
    }
}
