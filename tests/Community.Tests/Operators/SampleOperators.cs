using Community.Operators;
using Community.Platform;

namespace Community.Tests.Operators;

static class SampleOperators
{
    public static readonly Operator Wang = Create("wang", "小王", OperatorRole.Administrator);

    public static readonly Operator Li = Create("li", "小李", OperatorRole.Operator);

    public static readonly OperatorRoster Both = new([Wang, Li], []);

    public static Operator Create(string id, string name, OperatorRole role) =>
        new(id, name, role, Instants.Evening, $"token of {id}", Instants.Evening, $"request of {id}");
}
