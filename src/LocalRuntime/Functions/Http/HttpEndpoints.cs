using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing.Patterns;

namespace LocalRuntime.Functions.Http;

/// <summary>Maps HTTP functions to endpoints under the route prefix.</summary>
sealed class HttpEndpoints(string routePrefix, InvokerCompiler compiler, KeyCheck keys, InvocationLog log)
{
    public void Map(IEndpointRouteBuilder endpoints, FunctionDescriptor function)
    {
        var trigger = (HttpTriggerAttribute)function.Trigger;
        if (trigger.AuthLevel == AuthorizationLevel.User)
            throw function.Refuse("AuthorizationLevel.User is not supported.");
        var result = ReturnValue.ResultType(function.Method.ReturnType);
        if (!result.IsAssignableTo(typeof(IResult)) && !result.IsAssignableTo(typeof(IActionResult)))
            throw function.Refuse($"it returns {result}, not an IActionResult or IResult.");

        var route = Route(function, trigger);
        var invoker = compiler.Compile(function, new HttpBinding(route).Bind, route.RawText!);
        var handler = new HttpFunction(function, trigger.AuthLevel, invoker, keys, log);
        var endpoint = trigger.Methods is { Length: > 0 } methods
            ? endpoints.MapMethods(route.RawText!, methods.Select(m => m.ToUpperInvariant()), handler.AnswerAsync)
            : endpoints.Map(route, handler.AnswerAsync);
        endpoint.WithDisplayName(function.Name);
    }

    RoutePattern Route(FunctionDescriptor function, HttpTriggerAttribute trigger)
    {
        var parts = new[] { routePrefix, trigger.Route ?? function.Name }.Select(part => part.Trim('/'));
        var template = string.Join('/', parts.Where(part => part.Length > 0));
        try
        {
            return RoutePatternFactory.Parse("/" + template);
        }
        catch (RoutePatternException wrong)
        {
            throw function.Refuse($"the route '{template}' is wrong: {wrong.Message}");
        }
    }
}
