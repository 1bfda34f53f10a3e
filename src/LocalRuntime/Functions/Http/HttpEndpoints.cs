using LocalRuntime.Functions.Invocation;
using LocalRuntime.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;

namespace LocalRuntime.Functions.Http;

/// <summary>Maps HTTP functions to endpoints under the route prefix.</summary>
internal sealed class HttpEndpoints(string routePrefix, KeyCheck keys, InvocationLog log)
{
    public void Map(IEndpointRouteBuilder endpoints, FunctionDescriptor function)
    {
        var trigger = (HttpTriggerAttribute)function.Trigger;
        if (trigger.AuthLevel == AuthorizationLevel.User) throw new RefusedException($"Function '{function.Name}': AuthorizationLevel.User is not supported.");
        if (Returned.ResultType(function.Method.ReturnType) is var result && !result.IsAssignableTo(typeof(IResult)) && !result.IsAssignableTo(typeof(IActionResult)))
            throw new RefusedException($"Function '{function.Name}': it returns {result}, not an IActionResult or IResult.");

        var route = Route(function, trigger);
        var answer = new HttpFunction(function, trigger.AuthLevel, InvokerCompiler.Compile(function, new HttpBinding(route).Bind), keys, log);
        var endpoint = trigger.Methods is { Length: > 0 } methods
            ? endpoints.MapMethods(route.RawText!, methods.Select(m => m.ToUpperInvariant()), answer.AnswerAsync)
            : endpoints.Map(route, answer.AnswerAsync);
        endpoint.WithDisplayName(function.Name);
    }

    RoutePattern Route(FunctionDescriptor function, HttpTriggerAttribute trigger)
    {
        var template = string.Join('/', new[] { routePrefix, trigger.Route ?? function.Name }.Select(part => part.Trim('/')).Where(part => part.Length > 0));
        try
        {
            return RoutePatternFactory.Parse("/" + template);
        }
        catch (RoutePatternException wrong)
        {
            throw new RefusedException($"Function '{function.Name}': the route '{template}' is wrong: {wrong.Message}");
        }
    }
}
