using Community.Care.Promises;

namespace Community.Tests.Care.Promises;

static class SamplePromises
{
    public static readonly DateTimeOffset At = Instants.Evening;

    public static PromisedUnit Unit(int number = 1, int quantity = 1, double dueInHours = 48) =>
        new(number, $"第 {number} 课", At.AddHours(dueInHours), quantity);

    public static Promise Promise(PromiseKind kind = PromiseKind.Learning, params PromisedUnit[] units) =>
        new("promise-1", "tea-1", kind, units, "小王", At, "https://tea.example/u/");

    public static UnitState State(PromiseKind kind = PromiseKind.Learning, int quantity = 1) =>
        new(kind, Unit(quantity: quantity), UnitProgress.None, []);

    public static UnitDelivery Delivery(
        string key, double hours = 1, int quantity = 1, int unit = 1, params string[] members) =>
        new(unit, key, key, quantity, members, "小王", At.AddHours(hours));

    public static PromiseCommand.Deliver Deliver(
        string key, double hours = 1, int quantity = 1, params string[] members) =>
        new(Delivery(key, hours, quantity, 1, members), Present: 3, $"code-{key}", At.AddHours(hours));

    public static PromiseCommand.Answer Answer(
        int score, double hours = 2, int? earlier = null, bool isOfPage = false) =>
        new(score, earlier, isOfPage, At.AddHours(hours));

    public static PromiseCommand.Watch Watch(double hours) => new(At.AddHours(hours));
}
