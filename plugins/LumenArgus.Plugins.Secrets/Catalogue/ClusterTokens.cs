using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Tokens and keys of container clusters.</summary>
internal static class ClusterTokens
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        CatalogueRule.Of(
            "rancher_token",
            "Rancher API token",
            Severity.Critical,
            "https://ranchermanager.docs.rancher.com/reference-guides/user-settings/api-keys",
            "<token|kubeconfig-user>-<loweralnum:5-10>:<[bcdfghjklmnpqrstvwxz2456789]:54>",
            "RANCHER_BEARER_TOKEN=kubeconfig-user-" + "n0f2bngs:tmtv9sg7v99gtdxkqp2wtd65prklw8k5trq949mp7t9q4rpttmpmzh",
            "token-wj0k2:mtdcqgunijnudvpijwxx",
            "RANCHER_BEARER_TOKEN=%74ok%65n%2D%37yt%64r%3A%688h%66sg%647n%70qp%78cn%6D4w%6Acg%6Ckd%76d4%68rj%76bg%70mp%77wr%6D2z%71"
                + "f8%6C64%67cz%637g"),
        CatalogueRule.Of(
            "openshift_token",
            "OpenShift OAuth token",
            Severity.Critical,
            "https://docs.openshift.com/container-platform/latest/authentication/managing-oauth-access-tokens.html",
            "sha256~<base64url:43>",
            "oc login --token=sha256~" + "Jy6Y1L2eQIeIVHuOSRow46O9PpDzRXZqDQpU0bGGY9T --server=https://api.acme.io:6443",
            "sha256~sVghu-jLvSDi1fE-2PTG",
            "oc login --token=\\u0073\\u0068\\u0061\\u0032\\u0035\\u0036~1lWpNAewjescRCBboPAqGtoQlgxEE0vDOVUpD4Umabx --server=https://api"
                + ".acme.io:6443"),
        CatalogueRule.Of(
            "docker_swarm_join_token",
            "Docker Swarm join token",
            Severity.Critical,
            "https://docs.docker.com/engine/swarm/join-nodes/",
            "SWMTKN-1-<loweralnum:50>-<loweralnum:25>",
            "docker swarm join --token SWMTKN-1-"
                + "lrs9s2rak731xtynn01x9dqrf4d834ew03si81b2kp5omzhmdr-22xo8dflfizstc0rbk7ot68k5 10.0.0.4:2377",
            "SWMTKN-1-y9g2t566oszik3zz3ib1",
            "ZG9ja2VyIHN3YXJtIGpvaW4gLS10b2tlbiBTV01US04tMS1uYXQ1cHViMnVkeTRzZm9wdmtwcWphZnk1cjIyNWszaHQyeXZ1a3o5NmlkcWFjdTVnei10eT"
                + "M3cW1mMDk1cHBtNDFsZ2U0dmRyOXpsIDEwLjAuMC40OjIzNzc"),
        CatalogueRule.Of(
            "docker_swarm_unlock_key",
            "Docker Swarm unlock key",
            Severity.Critical,
            "https://docs.docker.com/engine/swarm/swarm_manager_locking/",
            "SWMKEY-1-<base64:43>",
            "docker swarm unlock with SWMKEY-1-" + "xhS82N5+Q3v0m8MktEccbB9/ySJOJ13Vm2fcRXJmZ5n",
            "SWMKEY-1-99iwm2zCNXkeFYKdwhaQ",
            "const value = \"SWMKEY-1-WwSEYCAT\" + \"AgbTygWipHlC7/tj28Bmc3JVbB7PGVi3sL4\";"),
        CatalogueRule.Of(
            "portainer_token",
            "Portainer access token",
            Severity.Critical,
            "https://docs.portainer.io/api/access",
            "ptr_<base64:43>=",
            "X-API-Key: ptr_" + "XO76RxfYOybojzD67WX9dyjTke4b6iqvwt+NbpWXFjQ=",
            "ptr_cZYTzwZuNLbIpzmcfvzf",
            "X-API-Key: \\x70\\x74\\x72\\x5f\\x32\\x43spejbJBOetibF/nH2azyHTlJjLygj2KoKBpMmpV6C="),
        CatalogueRule.Of(
            "k3s_node_token",
            "K3s node token",
            Severity.Critical,
            "https://docs.k3s.io/cli/token",
            "K10<hex:64>::<server|node>:<hex:32>",
            "K3S_TOKEN=K10" + "f3242064210fd30511ab8175704275bc85226db513684956998fcecdfc1ecfd4::server:22a41765bab8b66da6be7150bf750f54",
            "K10205e16ab0147fb8d676a2d6cefd9092da9b8f85f78f3c7345787b899fdd1d705::bootstrap",
            "K3S_TOKEN=K1097295d712ca9c8f2dc7a37f751d74207f70b16333d6b454d213\u00add1a104e9c5542::server:642fb7f9564d6457ad54644d370aabf"
                + "f"),
        CatalogueRule.Of(
            "kubeadm_join_token",
            "Kubernetes bootstrap token",
            Severity.High,
            "https://kubernetes.io/docs/reference/access-authn-authz/bootstrap-tokens/",
            "kubeadm join 10.0.0.<digit:1>:6443 --token <loweralnum:6>.<loweralnum:16>",
            "sudo kubeadm join 10.0.0." + "6:6443 --token lrnjnj.1nt4a4etsforkjs3 --discovery-token-unsafe-skip-ca-verification",
            "kubeadm join 10.0.0.4:6443 --token <token>",
            "7375646f206b75626561646d206a6f696e2031302e302e302e303a36343433202d2d746f6b656e203535717539752e646c6963767372396c713977"
                + "6c787474202d2d646973636f766572792d746f6b656e2d756e736166652d736b69702d63612d766572696669636174696f6e") with
        {
            Pattern = @"kubeadm[ \t]+join[ \t]+[0-9A-Za-z.:\[\]-]{4,80}[ \t]+--token[ \t]+([0-9a-z]{6}\.[0-9a-z]{16})\b",
            SecretGroup = 1,
            Keywords = ["kubeadm"],
            Examples = ["abcdef" + ".0123456789abcdef"],
            Negatives =
            [
                "kubeadm join 10.0.0.4:6443 --token <token>",
                "kubeadm join 10.0.0.4:6443 --token abc.def",
                "kubeadm token create 9ivf1tuep69setdn",
            ],
        },
        CatalogueRule.Of(
            "kubeconfig_client_key",
            "Client key in a kubeconfig",
            Severity.Critical,
            "https://kubernetes.io/docs/reference/config-api/kubeconfig.v1/",
            "client-key-data: LS0tLS1CRUdJTiB<base64:80+>",
            "    client-key-data: LS0tLS1CRUdJTiB" + "pHQNTPyN8hqlZg4CmzttoTKfSN9IlYRlaVHPEv1xJC61DAb6WraMfJY2IyQuTYTve9mF/5LwS3QWmAb6y",
            "client-key-data: DATA+OMITTED",
            "    client-key-data: LS0tLS1CRUdJTiBoueY3qkPOaArTOtQdHjlxMz9N\u200bqnsvRrf5436K+m77EioPYcrQqtQ1lgn406/+0awrzHTU6gBIzT0CRXHZ"
                + "U") with
        {
            Pattern = @"client-key-data[""']?[ \t]{0,4}:[ \t]{0,4}[""']?(LS0tLS1CRUdJTi[0-9A-Za-z+/]{60,}={0,2})",
            SecretGroup = 1,
            Keywords = ["client-key-data"],
            WindowBytes = 4096,
            Negatives =
            [
                "client-key-data: DATA+OMITTED",
                "client-certificate-data: LS0tLS1CRUdJTiB7alUuHcF2mrcHxw5SWjgheTdq5lCVI0eaei9Q1oB2z4ffcqUtY9l/fBWwoYaEXQYgD8+8KvIcMFVVn"
                    + "Ok",
                "client-key-data: REDACTED",
            ],
        },
    ];
}
