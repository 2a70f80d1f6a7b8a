using System.Security.Cryptography;
using System.Text;

namespace DownPage.FrontEnds.Kubernetes;

/// <summary>Kubernetes: a service that sends the pages, for ingress controllers and gateways to fetch them from.</summary>
internal sealed class KubernetesFrontEnd : IFrontEnd
{
    private const string Image = "nginx:1.28-alpine";

    public string Name => "kubernetes";

    public bool NeedsDeployRoot => false;

    public IReadOnlyList<ConfigFile> Write(FrontEndSite site)
        => [Backend("kubernetes/errorbackend.conf", site), Objects(site)];

    /// <summary>The configuration of the error backend alone, for where containers run without Kubernetes.</summary>
    public static ConfigFile Backend(string path, FrontEndSite site) => ConfigStamp.Sign(path, "#", site.Generator, $"""
        # The pages of {site.Application} from an nginx of its own: for proxies that fetch error pages from another service.
        #
        # Where it goes:  it is a whole nginx.conf. In a container, in the folder that has _downpage:
        #
        #                     docker run --rm --name {KubernetesName.Of(site.Application)} -p 127.0.0.1:8080:8080 \
        #                       --read-only --tmpfs /tmp --user 101:101 --cap-drop ALL \
        #                       -v "$PWD/_downpage/conf/{path}:/etc/nginx/nginx.conf:ro" \
        #                       -v "$PWD/_downpage:{ErrorBackend.Folder}:ro" {Image}
        #
        # How to test:    curl -i localhost:8080/503.html
        #                 curl -i -H 'X-Code: 502' -H 'X-Format: application/json' localhost:8080/
        #                 Before it is started: nginx -t, in the same container.
        # How to reload:  docker restart {KubernetesName.Of(site.Application)}
        # What it does:   port 8080 sends the page for X-Code, else for the path (/503, /503.html), with that code;
        #                 port 8081 sends the maintenance page as 503, whatever is asked for.

        {ErrorBackend.Configuration(site)}
        """);

    private static ConfigFile Objects(FrontEndSite site)
    {
        var name = KubernetesName.Of(site.Application);
        var maps = new ConfigMaps(site, name + "-pages");
        var configuration = ErrorBackend.Configuration(site) + "\n";
        var objects = maps.Objects();
        var block = YamlText.Block(configuration, 4) ?? YamlText.Quote(configuration);
        return ConfigStamp.Sign("kubernetes/downpage.yaml", "#", site.Generator, $$"""
            # The pages of {{site.Application}} in Kubernetes: the pages, an nginx that sends them, and a service.
            #
            # Where it goes:  kubectl apply --server-side -n NAMESPACE -f downpage.yaml
            #                 (--server-side: without, a copy of everything goes into an annotation, which takes 256 KiB.)
            # How to test:    kubectl apply --server-side --dry-run=server -n NAMESPACE -f downpage.yaml, and once it runs:
            #                 kubectl port-forward -n NAMESPACE service/{{name}} 8080:80 &
            #                 curl -i -H 'X-Code: 503' localhost:8080/
            # How to reload:  apply it again: other content is another annotation, for which the pods are replaced.
            {{Beside(site)}}#
            # Use with ingress-nginx (archived in March 2026, no more fixes), at the Ingress of the app. When the app's service
            # has no pod that is ready, the first line does; the second replaces the app's own answers of those codes too:
            #
            #     metadata:
            #       annotations:
            #         nginx.ingress.kubernetes.io/default-backend: {{name}}
            #         nginx.ingress.kubernetes.io/custom-http-errors: "502,503,504"
            #
            # Use with Traefik: DownPageServers traefik writes its middleware.
            # Use with the Gateway API: an HTTPRoute knows no error pages, its implementations do in ways of their own.
            # Envoy Gateway: a BackendTrafficPolicy with responseOverride (source: Local from 1.8 on, so that the app's own
            # answers pass), whose body comes from a ConfigMap; others that fetch a page fetch it from this service.
            #
            # Maintenance for everybody, by any of them: point the route or the Ingress at port 81 of this service instead
            # of the app's. The app's own maintenance mode is the finer one: networks, paths, testers.
            {{objects}}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: {{name}}-nginx
            data:
              nginx.conf: {{block}}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: {{name}}
              labels: { app.kubernetes.io/name: {{name}}, app.kubernetes.io/component: error-pages }
            spec:
              replicas: 2
              selector:
                matchLabels: { app.kubernetes.io/name: {{name}} }
              template:
                metadata:
                  labels: { app.kubernetes.io/name: {{name}}, app.kubernetes.io/component: error-pages }
                  annotations:
                    downpage/content: "{{Hash(objects + configuration)}}"
                spec:
                  automountServiceAccountToken: false
                  securityContext:
                    runAsNonRoot: true
                    runAsUser: 101
                    runAsGroup: 101
                    seccompProfile: { type: RuntimeDefault }
                  containers:
                    - name: nginx
                      image: {{Image}}
                      command: [nginx, -c, /etc/downpage/nginx.conf, -g, "daemon off;"]
                      ports:
                        - { name: pages, containerPort: 8080 }
                        - { name: maintenance, containerPort: 8081 }
                      readinessProbe:
                        httpGet: { path: /healthz, port: pages }
                        periodSeconds: 5
                      livenessProbe:
                        httpGet: { path: /healthz, port: pages }
                        periodSeconds: 20
                      resources:
                        requests: { cpu: 5m, memory: 16Mi }
                        limits: { memory: 64Mi }
                      securityContext:
                        allowPrivilegeEscalation: false
                        readOnlyRootFilesystem: true
                        capabilities: { drop: [ALL] }
                      volumeMounts:
                        - { name: tmp, mountPath: /tmp }
                        - { name: nginx, mountPath: /etc/downpage, readOnly: true }
                        - { name: pages, mountPath: {{ErrorBackend.Folder}}, readOnly: true }
                  volumes:
                    - name: tmp
                      emptyDir: { medium: Memory, sizeLimit: 16Mi }
                    - name: nginx
                      configMap: { name: {{name}}-nginx }
                    - name: pages
                      projected:
                        sources:
            {{In(maps.Sources())}}
            ---
            apiVersion: v1
            kind: Service
            metadata:
              name: {{name}}
              labels: { app.kubernetes.io/name: {{name}}, app.kubernetes.io/component: error-pages }
            spec:
              selector: { app.kubernetes.io/name: {{name}} }
              ports:
                - { name: http, port: 80, targetPort: pages }
                - { name: maintenance, port: 81, targetPort: maintenance }
            """);
    }

    private static string Beside(FrontEndSite site) => site.AssetAddress is not { } address ? "" : $"""
        # Mind:           the pages ask for files below {address}, which are not in here: raise DownPageInlineLimit, so that
        #                 they are put into the pages.

        """;

    private static string Hash(string text)
        => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))))[..16]
            .ToLowerInvariant();

    private static string In(string lines) => string.Join(
        '\n', lines.ReplaceLineEndings("\n").Split('\n').Select(line => new string(' ', 14) + line));
}
